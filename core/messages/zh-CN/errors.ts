import type { ErrorCode } from "../../errors";
import type { FieldProblem } from "../../field-problems";

/** What happened and what to do now, for everybody. */
export const errors: Record<ErrorCode, string> = {
  unauthenticated: "登录已失效，请重新登录。",
  "password-change-required": "请先修改初始密码。",
  forbidden: "您没有权限这样做。",
  "not-found": "没有找到，可能已被移除或不再对您开放。",
  conflict: "内容刚刚被别人改过，请刷新后再试。",
  "invalid-input": "填写的内容有误，请检查后再提交。",
  "too-large": "内容太大，没有保存。",
  "too-many-requests": "操作太频繁，请稍候再试。",
  "sign-in-failed": "登录名或密码不正确。",
  "sign-in-locked": "失败次数过多，暂时不能登录。请过一会儿再试，或请管理员重置密码。",
  "cross-site": "请求来自别的网站，已被拒绝。请从本站地址打开页面。",
  "sign-in-name-taken": "这个登录名已有人使用。",
  "last-administrator": "这是唯一的管理员，不能停用或取消。请先设另一位管理员。",
  "last-chief": "至少要有一位主笔。请先把别人设为主笔。",
  "sole-chief":
    "有讲话稿只有这一位主笔。请先在稿子里另设一位主笔，再停用账户。如果要马上阻止登录，请重置密码。",
  "already-set-up": "系统已经设置完毕，请直接登录。",
  "text-changed": "您看的文字刚有改动，请看过改动后再签。",
  "not-your-turn": "还没有轮到您签批，请等前面的同志签批。",
  "stage-in-use": "有稿件正在要删的阶段，先把这些稿件转到别的阶段。",
  unanswered: "领导的意见还没有答复，请先写明怎么落实的。",
  "not-ready": "还有没办结的事项，不能定稿。",
  "unreadable-file": "文件读不出来，没有导入任何内容。",
  "password-wrong": "当前密码不正确。",
  "schema-outdated": "页面版本已过期，请重新载入后继续。",
  "data-restored":
    "服务器的数据是重新导入的（例如从备份恢复），这里还是以前的文字。打开服务器上的稿子，这里的文字会另外保存。",
  "malformed-message": "连接数据有误，同步已停止。请重新载入页面。",
  "unknown-message": "页面与服务器版本不一致，请重新载入页面。",
  "content-not-allowed": "内容中有不支持的格式，没有保存。",
  "author-mismatch": "编辑身份与登录身份不符，同步已停止。请重新载入页面。",
  "resync-required": "正在重新同步。",
  "access-changed": "您的权限有变化，正在重新连接。",
  "too-many-sockets": "打开的页面太多，请关闭一些再试。",
  "storage-unavailable": "服务器暂时无法保存，正在重试。",
  "shutting-down": "服务器正在重启，马上恢复。",
  internal: "服务器出错，已记录。请稍后再试。",
  unreachable: "连不上服务器，请检查网络后再试。",
};

/** What is wrong with a field, to stand beside it. */
export const fieldProblems: Record<FieldProblem, string> = {
  required: "请填写",
  "too-short": "太短",
  "too-long": "太长",
  taken: "已有同名的",
  unchanged: "不能与原来的相同",
  invalid: "格式不对",
};
