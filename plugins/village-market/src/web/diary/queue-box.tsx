import type { Language } from "../language"
import { diary } from "../text/diary"

/** Where the phone's queue is shown; stays hidden while there is none, and without JavaScript. */
export function QueueBox({ lang, household }: { lang: Language; household: string }) {
  const t = diary[lang].queue
  return (
    <>
      <p id="diary-status" role="status" tabindex={-1} />
      <section
        id="diary-queue"
        class="notice diary-queue"
        aria-labelledby="diary-queue-title"
        data-household={household}
        data-words={JSON.stringify(t)}
        hidden
      >
        <h2 id="diary-queue-title">{t.title}</h2>
        <ul />
        <p class="login" hidden>
          <a class="button" href="/producer/login?to=/producer/diary">
            {t.toLogin}
          </a>
        </p>
        <p class="others" hidden>
          {t.others}
        </p>
      </section>
    </>
  )
}

/** The scripts of every page of the diary. */
export const DIARY_SCRIPTS = ["diary.js"]
export const DIARY_STYLES = ["diary.css"]
