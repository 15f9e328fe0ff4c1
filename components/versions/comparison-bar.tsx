"use client";

import { ActionIcon, Button, Checkbox, SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronDown, IconChevronUp, IconPrinter } from "@tabler/icons-react";
import type { ReactNode, RefObject } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import classes from "./comparison-tools.module.css";
import { useChanges } from "./use-changes";

/** On one page, or the two texts side by side. */
export type ComparisonLayout = "merged" | "sides";

interface ComparisonBarProps {
  readonly page: RefObject<HTMLElement | null>;
  /** Another value when the page shows other changes. */
  readonly revision: object;
  readonly layout: ComparisonLayout;
  readonly onLayout: (layout: ComparisonLayout) => void;
  readonly isBlack: boolean;
  readonly onBlack: (isBlack: boolean) => void;
  /** Behind printing: other ways onto paper. */
  readonly children?: ReactNode;
}

/** The way from change to change, the layout, and the printed sheet. */
export function ComparisonBar(props: ComparisonBarProps) {
  const { page, revision, layout, onLayout, isBlack, onBlack, children } = props;
  const words = useMessages().versions;
  const { total, current, go } = useChanges(page, revision);
  // Two columns of a phone would be a few characters each.
  const isWide = useMediaQuery("(min-width: 48em)", true, { getInitialValueInEffect: false });
  return (
    <div className={classes.comparisonBar}>
      <span className={classes.steps}>
        <ActionIcon
          variant="default"
          size={30}
          disabled={total === 0}
          aria-label={words.previous}
          title={words.previous}
          onClick={() => go(-1)}
        >
          <IconChevronUp size={17} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={30}
          disabled={total === 0}
          aria-label={words.next}
          title={words.next}
          onClick={() => go(1)}
        >
          <IconChevronDown size={17} aria-hidden />
        </ActionIcon>
        <span role="status" className={classes.step}>
          {words.change(current, total)}
        </span>
      </span>
      {isWide && (
        <SegmentedControl
          size="xs"
          aria-label={words.layout}
          value={layout}
          onChange={(value) => onLayout(value as ComparisonLayout)}
          data={[
            { value: "merged", label: words.merged },
            { value: "sides", label: words.sides },
          ]}
        />
      )}
      <Checkbox
        size="xs"
        label={words.blackAndWhite}
        checked={isBlack}
        onChange={(event) => onBlack(event.currentTarget.checked)}
      />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPrinter size={15} stroke={1.6} aria-hidden />}
        onClick={() => window.print()}
      >
        {words.print}
      </Button>
      {children}
    </div>
  );
}
