/** The typed client for the office's layouts. Throws AppError. */
import type { HouseStyle, HouseStyleChange, HouseStyleContent } from "@/core/house-style";
import type { HouseStyleId } from "@/core/ids";
import { request } from "./request";

export async function listHouseStyles(signal?: AbortSignal): Promise<readonly HouseStyle[]> {
  return (await request<{ houseStyles: HouseStyle[] }>("/house-styles", { signal })).houseStyles;
}

export async function createHouseStyle(body: HouseStyleContent): Promise<HouseStyle> {
  return (await request<{ houseStyle: HouseStyle }>("/house-styles", { method: "POST", body })).houseStyle;
}

export async function changeHouseStyle(id: HouseStyleId, body: HouseStyleChange): Promise<HouseStyle> {
  const path = `/house-styles/${id}`;
  return (await request<{ houseStyle: HouseStyle }>(path, { method: "PATCH", body })).houseStyle;
}

export async function removeHouseStyle(id: HouseStyleId): Promise<void> {
  await request(`/house-styles/${id}`, { method: "DELETE" });
}
