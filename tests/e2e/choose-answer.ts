import { expect, type Page } from "@playwright/test";

/** Signs on the page for signing. */
export async function chooseAnswer(page: Page, answer: string): Promise<void> {
  await page.getByRole("radio", { name: answer, exact: true }).click();
  await page.getByRole("button", { name: `签批：${answer}` }).click();
  await expect(page.getByText(answer === "退回" ? "已退回" : `您已签批：${answer}`).first()).toBeVisible();
}
