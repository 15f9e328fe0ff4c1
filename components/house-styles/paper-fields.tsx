"use client";

import { Checkbox, Fieldset, NumberInput, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { HouseStyleContent } from "@/core/house-style";
import { HEADING_FONTS, PAGE_NUMBER_PLACES } from "@/core/paper/paper-style";
import { paperSample } from "@/core/samples/paper-sample";
import { useMessages } from "../messages/messages-provider";
import classes from "./house-styles.module.css";

/** In the order that they're drawn in on paper. */
const MARGINS = [
  ["top", "marginTop"],
  ["bottom", "marginBottom"],
  ["left", "marginLeft"],
  ["right", "marginRight"],
] as const;
const LETTERS = [
  ["titleSize", 0.5],
  ["bodySize", 0.5],
  ["tableSize", 0.5],
  ["linePitch", 0.05],
  ["characterSpacing", 0.05],
] as const;
const FONTS = ["title", "body", "kai", "hei", "song", "latin"] as const;
const LEVELS = [1, 2, 3, 4] as const;

/** Every figure of a layout that an office may set. */
export function PaperFields({ form }: { form: UseFormReturnType<HouseStyleContent> }) {
  const { houseStyles: words } = useMessages();
  return (
    <Stack gap="md">
      <Fieldset legend={words.page}>
        <SimpleGrid cols={2}>
          {MARGINS.map(([side, label]) => (
            <NumberInput
              key={side}
              label={words[label]}
              step={1}
              {...form.getInputProps(`paper.margins.${side}`)}
            />
          ))}
          <Select
            label={words.pageNumberPlace}
            allowDeselect={false}
            data={PAGE_NUMBER_PLACES.map((value) => ({ value, label: words.pageNumberPlaces[value] }))}
            {...form.getInputProps("paper.pageNumber.place")}
          />
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend={words.letters}>
        <SimpleGrid cols={2}>
          {LETTERS.map(([field, step]) => (
            <NumberInput
              key={field}
              label={words[field]}
              step={step}
              {...form.getInputProps(`paper.${field}`)}
            />
          ))}
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend={words.fonts}>
        <SimpleGrid cols={2}>
          {FONTS.map((font) => (
            <TextInput
              key={font}
              label={words.fontNames[font]}
              {...form.getInputProps(`paper.fonts.${font}`)}
            />
          ))}
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend={words.headings}>
        <Stack gap="xs">
          {LEVELS.map((level) => (
            <div key={level} className={classes.heading}>
              <span>
                {words.headingLevel(level)} {paperSample.numbers[level - 1]}
              </span>
              <Select
                aria-label={words.headingLevel(level)}
                allowDeselect={false}
                data={HEADING_FONTS.map((value) => ({ value, label: words.headingFonts[value] }))}
                {...form.getInputProps(`paper.headings.${level - 1}.font`)}
              />
              <Checkbox
                label={words.boldShort}
                aria-label={words.bold(level)}
                {...form.getInputProps(`paper.headings.${level - 1}.bold`, { type: "checkbox" })}
              />
            </div>
          ))}
        </Stack>
      </Fieldset>
    </Stack>
  );
}
