import { describe, expect, it } from "vitest";
import { hasBodyAfterLead, leadEnd } from "@/core/text/lead";

/** Text with | where the lead ends. */
const CASES = [
  "管好源头。|每一份文件都有来处。",
  "谁来管？|大家都要管。",
  "立即行动！！|不能再等。",
  "真的“管好了”吗？！|不见得。",
  "他说：“从今天做起。”|这句话很实在。",
  "（会前已经印发。）|请大家翻到第三页。",
  "坚决破除“差不多就行。”的心态。|从小事抓起。",
  "把“收得齐。管得住。用得好”作为标准。|三条缺一不可。",
  "管好源头.|后面是正文.",
  "归档率达到12.6%。|还不够。",
  "归档率达到12.6%.|还不够.",
  "平台升级到v2.0版本。|功能更全。",
  "见www.example.cn页面。|欢迎查看。",
  "打开?id=1的链接。|再填表。",
  "采用OCR.|再核对。",
  "Mr. Wang spoke.| Then we left.",
  "没有句号的短标题|",
  "只有一句。|",
  "引号没有配对“第一句。|第二句。",
  "先说后做；不说不做，说了就做。|这是规矩。",
  "1.5亿条数据全部入库。|来之不易。",
];

describe("lead sentence", () => {
  it.each(CASES)("TX-05 the lead sentence ends where a sentence really ends: %s", (marked) => {
    const text = marked.replace("|", "");
    expect(leadEnd(text)).toBe(marked.indexOf("|"));
  });

  it("TX-05 only text after the lead makes a body; spaces don't", () => {
    expect(hasBodyAfterLead("管好源头。每一份文件都有来处。")).toBe(true);
    expect(hasBodyAfterLead("管好源头。  ")).toBe(false);
    expect(hasBodyAfterLead("管好源头")).toBe(false);
    expect(hasBodyAfterLead("")).toBe(false);
  });
});
