export const preview = {
  title: "预览",
  show: "显示预览",
  hide: "收起预览",
  pages: (pages: number, lastPageLines: number | null) => {
    if (lastPageLines === null) return `${pages} 页`;
    return lastPageLines === 0 ? `${pages} 页，还没有正文` : `${pages} 页，末页 ${lastPageLines} 行`;
  },
  shortLastLine: (characters: number) => (characters === 0 ? "末行只有标点" : `末行只有 ${characters} 个字`),
  missing: (signs: string, count: number) => `${count} 个字符没有字体可用，会印成方框：${signs}`,
  replaced: (fonts: number) => `${fonts} 种字体服务器上没有，用了代用字体`,
  replacedBy: (named: string, by: string) => `${named} → ${by}`,
  layout: "版式",
  reading: (size: string) => `阅读稿 ${size}`,
  page: (number: number, all: number) => `第 ${number} 页，共 ${all} 页`,
  list: "打印出来的样子",
  offline: "离线，预览停在断开前的稿子。",
  failed: (reason: string) => `预览没有更新。${reason}`,
  styleGone: "这种版式已经删除，请另选一种。",
  retry: "再试一次",
};
