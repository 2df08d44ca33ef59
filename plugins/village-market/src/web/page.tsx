import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { Child } from "hono/jsx"
import { type Settings, settingsOf } from "../settings"
import { type Language, pickLanguage } from "./language"
import { Layout } from "./layout"
import { common } from "./text/common"

export type PageContext = { lang: Language; url: string; settings: Settings }

/** A file a page hands out; `saved` asks the browser to keep it under its name instead of showing it. */
export type PageFile = { name: string; type: string; content: Buffer; saved: boolean }

/** What a page handler returns: the page (200), a page with another status, where to go (303), or a file. */
export type PageResult = Child | { status: number; body: Child } | Redirect | { file: PageFile }
type Redirect = { redirect: string }

export type PageHandler<Req extends MedusaRequest = MedusaRequest> = (
  req: Req,
  page: PageContext,
  res: MedusaResponse,
) => Promise<PageResult> | PageResult

const STATUS: Record<string, number> = {
  [MedusaError.Types.NOT_FOUND]: 404,
  [MedusaError.Types.INVALID_DATA]: 400,
  [MedusaError.Types.NOT_ALLOWED]: 403,
  [MedusaError.Types.FORBIDDEN]: 403,
  [MedusaError.Types.UNAUTHORIZED]: 401,
  [MedusaError.Types.CONFLICT]: 409,
}

export function pageContext(req: MedusaRequest): PageContext {
  return { lang: pickLanguage(req), url: req.originalUrl, settings: settingsOf(req.scope) }
}

/**
 * Makes a Medusa route of a function that returns JSX. Refusals become readable pages with the right status;
 * what nobody expected is logged and answered 500 without details.
 */
export function page<Req extends MedusaRequest = MedusaRequest>(handler: PageHandler<Req>) {
  return async (req: Req, res: MedusaResponse) => send(res, await renderPage(req, res, handler))
}

/** A finished page, where to go instead, or a file. */
export type Rendered = { status: number; html: string } | Redirect | { file: PageFile }

/** Runs a page's handler and renders whatever comes of it, refusals and failures too. */
export async function renderPage<Req extends MedusaRequest>(
  req: Req,
  res: MedusaResponse,
  handler: PageHandler<Req>,
): Promise<Rendered> {
  const context = pageContext(req)
  try {
    return await finish(await handler(req, context, res))
  } catch (error) {
    if (!MedusaError.isMedusaError(error)) {
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`${req.method} ${req.path} failed`, error instanceof Error ? error : new Error(String(error)))
    }
    return finish(refusal(context, error))
  }
}

async function finish(result: PageResult): Promise<Rendered> {
  if (isObject(result) && ("redirect" in result || "file" in result)) return result
  const { status, body } = isObject(result) && "status" in result ? result : { status: 200, body: result as Child }
  return { status, html: `<!doctype html>${await body}` }
}

function send(res: MedusaResponse, rendered: Rendered) {
  if ("redirect" in rendered) {
    res.redirect(303, rendered.redirect)
    return
  }
  if ("file" in rendered) {
    sendFile(res, rendered.file)
    return
  }
  if (!res.getHeader("cache-control")) res.setHeader("cache-control", "private, no-cache")
  res.vary("Accept-Language").vary("Cookie")
  res.status(rendered.status).type("html").send(rendered.html)
}

/** Sends a file as a page or a JSON route hands it out. */
export function sendFile(res: MedusaResponse, { name, type, content, saved }: PageFile) {
  res.setHeader("cache-control", "private, no-cache")
  res.setHeader("content-disposition", `${saved ? "attachment" : "inline"}; filename="${name}"`)
  res.type(type).send(content)
}

const isObject = (value: unknown): value is { status: number; body: Child } | Redirect | { file: PageFile } =>
  typeof value === "object" &&
  value !== null &&
  ("redirect" in value || "file" in value || ("status" in value && "body" in value))

function refusal(context: PageContext, error: unknown) {
  const t = common[context.lang]
  // A refusal that crossed a workflow has lost its class and kept its mark.
  const refused = MedusaError.isMedusaError(error) ? error : undefined
  const status = refused ? (STATUS[refused.type] ?? 500) : 500
  const title =
    status === 404 ? t.notFoundTitle : status === 403 ? t.forbiddenTitle : status < 500 ? t.errorTitle : t.failedTitle
  const text = status === 404 ? t.notFoundText : refused && status < 500 ? refused.message : t.failedText
  return {
    status,
    body: (
      <Layout page={context} title={title}>
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a class="button" href="/market">
            {t.toMarket}
          </a>
        </p>
      </Layout>
    ),
  }
}
