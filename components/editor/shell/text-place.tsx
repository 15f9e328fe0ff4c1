import type { Editor } from "@tiptap/core";
import { type CSSProperties, useLayoutEffect, useRef } from "react";

interface TextPlaceProps {
  readonly editor: Editor;
  readonly className?: string;
  readonly style: CSSProperties;
}

/**
 * Where the editor's element stands in the page. Tiptap's own EditorContent would make all node views
 * anew for React's sake, and with them draw the whole text a second time; none of ours is React's.
 */
export function TextPlace({ editor, className, style }: TextPlaceProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Plugins put elements of their own beside the text's.
    const around = editor.isDestroyed ? null : editor.view.dom.parentNode;
    if (around === null || place.current === null) return;
    const { current } = place;
    current.append(...around.childNodes);
    // The same editor may come back to another place, as in React's strict mode.
    return () => document.createElement("div").append(...current.childNodes);
  }, [editor]);
  return <div ref={place} className={className} style={style} />;
}
