/** Before each file of tests: its worker's own shop, of those that serve this suite (`TEST_SHOPS`, as JSON). */
const shops = JSON.parse(process.env.TEST_SHOPS ?? "[]")
const worker = Number(process.env.JEST_WORKER_ID ?? 1)
Object.assign(process.env, shops[(worker - 1) % shops.length])
