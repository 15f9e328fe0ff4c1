import type { Messages } from "../messages";

export const auth: Messages["auth"] = {
  setUpTitle: "Set up Lectern",
  setUpText:
    "This is the first visit. Create the administrator’s account; the administrator adds everyone else.",
  setUpButton: "Create administrator",
  name: "Name",
  signInName: "Sign-in name",
  signInNameHint: "2–40 lower-case letters, digits, Chinese characters or . _ @ -",
  password: "Password",
  showPassword: "Show or hide the password",
  passwordHint: (minimum) => `At least ${minimum} characters`,
  repeatPassword: "Repeat password",
  passwordsDiffer: "The two passwords differ",
  signInTitle: "Sign in",
  signInButton: "Sign in",
  signInAgain: "Sign in",
  forgotPassword: "Forgot your password? The administrator can reset it.",
  signInSlow: "Checking. One moment please.",
  signInSlowed: "After several failures checking takes longer. One moment please.",
  changePasswordTitle: "Change password",
  firstSignInText:
    "This is your first sign-in, or your password has just been reset. Choose one that only you know.",
  currentPassword: "Current password",
  initialPassword: "Initial password",
  newPassword: "New password",
  changePasswordButton: "Change password",
};
