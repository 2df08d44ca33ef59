import { squeeze } from "./inline-styles"

it("makes a style sheet short without changing what it says", () => {
  expect(
    squeeze(`/* A note */
.a > :not(.b),
.c .d {
  margin: calc(1rem + 2px) auto 0;
  color: red;
}
@media (min-width: 60rem) { .e { gap: 0 1rem } }
`),
  ).toBe(".a > :not(.b),.c .d{margin:calc(1rem + 2px) auto 0;color:red}@media (min-width:60rem){.e{gap:0 1rem}}")
})
