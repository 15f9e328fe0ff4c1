import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/components/shell/providers";
import "@/components/theme/mantine-styles";
import { DEFAULT_STAGES } from "@/core/office-stages";
import { getRuntime } from "@/server/runtime";
import { requestLocale, requestMessages } from "./locale";
import { personOfRequest } from "./require-person";

export async function generateMetadata(): Promise<Metadata> {
  const { general } = await requestMessages();
  return {
    title: { default: general.product, template: `%s · ${general.product}` },
    description: general.productTagline,
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fffefc" },
    { media: "(prefers-color-scheme: dark)", color: "#1d1c1a" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await requestLocale();
  // Inline scripts run only with the nonce of this answer's Content-Security-Policy.
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  // What an office calls its stages is its own business.
  const stages = (await personOfRequest()) === null ? DEFAULT_STAGES : await getRuntime().officeStages.read();
  return (
    <html lang={locale} {...mantineHtmlProps}>
      <head>
        {/* Sets the colour scheme before the first paint. */}
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <Providers locale={locale} stages={stages} servedAt={Date.now()}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
