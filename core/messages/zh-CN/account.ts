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
  unsyncedText: "这台设备上有还没送到服务器的文字。现在退出，这些文字会被清除，无法找回。",
  signOutAnyway: "清除并退出",
};
