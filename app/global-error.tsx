"use client";

import { general as english } from "@/core/messages/en/general";
import { LOCALE_COOKIE, localeOf } from "@/core/messages/locale";
import { general as chinese } from "@/core/messages/zh-CN/general";

/** The layout itself failed, so there is no theme and no provider: plain HTML in the right language. */
export default function GlobalError() {
  const cookie = typeof document === "undefined" ? "" : document.cookie;
  const locale = localeOf(new RegExp(`(?:^|; )${LOCALE_COOKIE}=([^;]*)`).exec(cookie)?.[1]);
  // Every page carries this component: not the whole tables.
  const general = locale === "en" ? english : chinese;
  return (
    <html lang={locale}>
      <body style={{ fontFamily: "sans-serif", maxWidth: "32em", margin: "20vh auto", padding: "0 1em" }}>
        <main>
          <h1>{general.failureTitle}</h1>
          <p>{general.failureText}</p>
          <button type="button" onClick={() => window.location.reload()}>
            {general.reload}
          </button>
        </main>
      </body>
    </html>
  );
}
