export const account = {
  menu: (name: string) => `账户：${name}`,
  administrator: "管理员",
  language: "语言",
  colorScheme: "外观",
  light: "浅色",
  dark: "深色",
  auto: "跟随系统",
  changePassword: "修改密码",
  signOut: "退出登录",
  unsyncedTitle: "还有文字没有同步",
  unsyncedText: (speeches: number, characters: number) =>
    `${speeches} 篇稿子在这台设备上有改动没送到服务器（约 ${characters} 字）。现在退出，这些改动会被清除，无法找回。`,
  unreadableCopies: (copies: number) => `其中 ${copies} 篇的副本打不开，里面有多少改动无从得知。`,
  signOutAnyway: "清除并退出",
};
