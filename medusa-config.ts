import { join } from "node:path"
import { defineConfig } from "@medusajs/framework/utils"

const env = process.env
const demo = env.DEMO_MODE === "true"
const localDir = env.LOCAL_DIR ?? join(__dirname, ".local")
const uploadDir = env.UPLOAD_DIR ?? join(localDir, "uploads")
const port = env.PORT ?? "9000"
const publicUrl = env.PUBLIC_URL ?? `http://localhost:${port}`
const localHost = env.HOST && !["0.0.0.0", "::"].includes(env.HOST) ? env.HOST : "127.0.0.1"
/** Payment by VNPay is offered when a terminal is named; a demonstration pays at a stand-in unless told otherwise. */
const vnpay = (env.VNPAY_TMN_CODE || env.VNPAY_HASH_SECRET) && {
  tmnCode: env.VNPAY_TMN_CODE,
  secrets: [env.VNPAY_HASH_SECRET, env.VNPAY_HASH_SECRET_OLD].filter(Boolean),
  payUrl: env.VNPAY_PAY_URL ?? (demo ? `${publicUrl}/demo/vnpay/pay` : undefined),
  ...(demo && !env.VNPAY_PAY_URL && !env.VNPAY_API_URL
    ? // A stand-in in this process is asked where it listens; nobody trying the shop out would wait as for VNPay.
      { apiUrl: `http://${localHost}:${port}/demo/vnpay/api`, apiTimeoutMs: 3000, refundDoubtSeconds: 8 }
    : {
        apiUrl: env.VNPAY_API_URL,
        apiTimeoutMs: env.VNPAY_API_TIMEOUT_MS,
        refundDoubtSeconds: env.VNPAY_REFUND_DOUBT_SECONDS,
      }),
  returnUrl: `${publicUrl}/market/pay/vnpay/return`,
  ipnIps: env.VNPAY_IPN_IPS?.split(/[\s,]+/).filter(Boolean),
}
/** Bank transfer is offered when the shop's account is named; a demonstration has one at a bank that does not exist. */
const sepaySecrets = [env.SEPAY_WEBHOOK_SECRET, env.SEPAY_WEBHOOK_SECRET_OLD].filter(Boolean)
const bankAccount =
  demo && !env.BANK_ACCOUNT
    ? {
        ...{ bank: "999999", bankName: "Ngân hàng thử nghiệm", account: "19001234567" },
        ...{ holder: "CHO LANG NGHE THU NGHIEM", standIn: true },
      }
    : { bank: env.BANK_ID, account: env.BANK_ACCOUNT, holder: env.BANK_HOLDER }
const bank = (env.BANK_ID || env.BANK_ACCOUNT || env.BANK_HOLDER || sepaySecrets.length > 0) && {
  ...bankAccount,
  banksFile: join(env.DATA_DIR ?? join(process.cwd(), "data"), "banks.csv"),
  webhookSecrets: sepaySecrets,
}
/** Foreign cards are offered when an account is named; a demonstration without one pays at a stand-in. */
const stripeStandIn = demo && !env.STRIPE_SECRET_KEY && env.STRIPE_WEBHOOK_SECRET
const stripe = (env.STRIPE_SECRET_KEY || stripeStandIn) && {
  secretKey: env.STRIPE_SECRET_KEY || "sk_test_stand_in",
  webhookSecrets: [env.STRIPE_WEBHOOK_SECRET, env.STRIPE_WEBHOOK_SECRET_OLD].filter(Boolean),
  ...(stripeStandIn
    ? { apiUrl: `http://${localHost}:${port}/demo/stripe`, apiTimeoutMs: 3000, refundDoubtSeconds: 8 }
    : { apiUrl: env.STRIPE_API_URL || undefined }),
  returnUrl: `${publicUrl}/market/pay/stripe/return`,
  linkKey: env.ENCRYPTION_KEY,
}
/** E-mail is sent when a mail server is named; a demonstration lists it. Without it buyers are told by SMS. */
const email = (demo || env.SMTP_URL) && { demo, url: env.SMTP_URL, from: env.MAIL_FROM }
const sms = { demo, url: env.SMS_GATEWAY_URL, token: env.SMS_GATEWAY_TOKEN }

/** S3 when a bucket is named, else a folder on this machine. */
const fileProvider = env.S3_BUCKET
  ? {
      resolve: "@medusajs/medusa/file-s3",
      id: "s3",
      options: {
        file_url: env.S3_FILE_URL,
        access_key_id: env.S3_ACCESS_KEY_ID,
        secret_access_key: env.S3_SECRET_ACCESS_KEY,
        region: env.S3_REGION,
        bucket: env.S3_BUCKET,
        endpoint: env.S3_ENDPOINT,
      },
    }
  : {
      resolve: "@medusajs/medusa/file-local",
      id: "local",
      options: {
        upload_dir: uploadDir,
        private_upload_dir: join(localDir, "private"),
        backend_url: `${publicUrl}/uploads`,
      },
    }

/** Medusa's own engines on Redis, for more than one process; without REDIS_URL everything runs in this one. */
const redis = env.REDIS_URL
  ? [
      { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl: env.REDIS_URL } },
      { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl: env.REDIS_URL } } },
      {
        resolve: "@medusajs/medusa/locking",
        options: {
          providers: [
            {
              resolve: "@medusajs/medusa/locking-redis",
              id: "locking-redis",
              is_default: true,
              options: { redisUrl: env.REDIS_URL },
            },
          ],
        },
      },
    ]
  : []

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    workerMode: (env.WORKER_MODE as "shared" | "worker" | "server" | undefined) ?? "shared",
    // Over plain http (a demo on this machine) a secure cookie would never come back.
    cookieOptions: { secure: publicUrl.startsWith("https:"), sameSite: "lax" },
    http: {
      storeCors: env.STORE_CORS ?? publicUrl,
      adminCors: env.ADMIN_CORS ?? publicUrl,
      authCors: env.AUTH_CORS ?? publicUrl,
      jwtSecret: env.JWT_SECRET,
      cookieSecret: env.COOKIE_SECRET,
      compression: { enabled: true },
      authMethodsPerActor: {
        user: ["emailpass"],
        customer: ["emailpass"],
        official: ["emailpass"],
        producer: ["phone"],
      },
    },
  },
  admin: { backendUrl: "/" },
  plugins: [
    {
      resolve: "medusa-plugin-village-market",
      options: {
        demo,
        publicUrl,
        encryptionKey: env.ENCRYPTION_KEY,
        holdingKey: env.HOLDING_KEY,
        warehouseUrl: env.WAREHOUSE_URL,
        localDir,
        uploadDir,
        fileBaseUrl: env.S3_FILE_URL ?? "/uploads",
        hotline: env.HOTLINE,
        email: Boolean(email),
        vnpay: vnpay || undefined,
        bank: bank || undefined,
        stripe: stripe || undefined,
        traceLog: {
          key: env.TRACE_LOG_KEY || undefined,
          exportDir: env.TRACE_LOG_EXPORT_DIR || (demo ? join(localDir, "trace-log") : undefined),
          witnessUrl: env.TRACE_LOG_WITNESS_URL || undefined,
          witnessVkey: env.TRACE_LOG_WITNESS_VKEY || undefined,
        },
        scans: { perDay: env.SCANS_PER_DAY, days: env.SCAN_DAYS },
        reconcile: {
          // Nobody trying the shop out waits as long as in earnest.
          ...(demo ? { askAfterSeconds: 120, graceSeconds: 60, silentSeconds: 600 } : {}),
          alarmHours: env.PAYMENT_ALARM_HOURS,
        },
      },
    },
  ],
  modules: [
    {
      resolve: "@medusajs/medusa/auth",
      options: {
        providers: [
          { resolve: "@medusajs/medusa/auth-emailpass", id: "emailpass" },
          {
            resolve: "medusa-plugin-village-market/providers/auth-phone",
            id: "phone",
            options: { sms, secret: env.COOKIE_SECRET },
          },
        ],
      },
      dependencies: ["__pg_connection__", "logger"],
    },
    {
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          { resolve: "@medusajs/medusa/notification-local", id: "feed", options: { channels: ["feed"] } },
          {
            resolve: "medusa-plugin-village-market/providers/notification-sms",
            id: "sms",
            options: { channels: ["sms"], sms },
          },
          ...(email
            ? [
                {
                  resolve: "medusa-plugin-village-market/providers/notification-email",
                  id: "email",
                  options: { channels: ["email"], email },
                },
              ]
            : []),
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/payment",
      options: {
        providers: [
          { resolve: "medusa-plugin-village-market/providers/payment-cash", id: "cash" },
          ...(vnpay
            ? [{ resolve: "medusa-plugin-village-market/providers/payment-vnpay", id: "vnpay", options: vnpay }]
            : []),
          ...(bank
            ? [{ resolve: "medusa-plugin-village-market/providers/payment-bank-transfer", id: "bank", options: bank }]
            : []),
          ...(stripe
            ? [{ resolve: "medusa-plugin-village-market/providers/payment-stripe", id: "stripe", options: stripe }]
            : []),
        ],
      },
      // The attempts at a payment are stored before the buyer leaves for the gateway.
      dependencies: ["__pg_connection__", "logger"],
    },
    {
      resolve: "@medusajs/medusa/fulfillment",
      options: {
        providers: [
          { resolve: "@medusajs/medusa/fulfillment-manual", id: "manual" },
          { resolve: "medusa-plugin-village-market/providers/fulfilment-village", id: "village" },
        ],
      },
      // Prices come from the dated rates and what lies in the basket.
      dependencies: ["__pg_connection__", "logger"],
    },
    // In place of Medusa's own: discounts in whole đồng, each with a funder.
    { resolve: "medusa-plugin-village-market/modules/promotion" },
    { resolve: "@medusajs/medusa/file", options: { providers: [fileProvider] } },
    {
      resolve: "@medusajs/medusa/search",
      options: {
        providers: [{ resolve: "@medusajs/medusa/search-postgres", id: "postgres", options: { language: "simple" } }],
      },
    },
    ...redis,
  ],
})
