/**
 * How what comes later is fetched: each by one function, for who shows it and for who fetches it ahead. Of a
 * module that is imported in two places the build makes two files, and the one fetched ahead isn't opened.
 */
export const loadCommentsPanel = () => import("../comments/comments-panel");
export const loadSuggestionsPanel = () => import("../suggest/suggestions-panel");
export const loadDirectivesPanel = () => import("../directives/directives-panel");
export const loadSignOffSection = () => import("../sign-off/sign-off-section");
export const loadExpected = () => import("../sign-off/expected");
export const loadAuthorsSection = () => import("../authors/authors-section");
export const loadSideDrawer = () => import("./side-drawer");
export const loadOutlineItemMenu = () => import("../outline/outline-item-menu");
export const loadDecideDialog = () => import("../suggest/decide-dialog");
export const loadDecisionsList = () => import("../suggest/decisions-list");
export const loadSettledPage = () => import("../suggest/settled-page");
export const loadTableActions = () => import("../toolbar/table-actions");
export const loadShortcutsDialog = () => import("../toolbar/shortcuts-dialog");
export const loadReadingActions = () => import("../reading/reading-actions");
export const loadStageDialog = () => import("./stage-dialog");
export const loadRequestDialog = () => import("../sign-off/request-dialog");
export const loadWithdrawDialog = () => import("../sign-off/withdraw-dialog");
export const loadExportDialog = () => import("../export/export-dialog");
export const loadPreviewPanel = () => import("../preview/preview-panel");
export const loadPinyinDialog = () => import("../reading/pinyin-dialog");
