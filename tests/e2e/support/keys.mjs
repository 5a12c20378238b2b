// Names of keys, as a person would say them, into what WebDriver sends.

const NAMED = {
  Backspace: "\uE003", Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Control: "\uE009", Alt: "\uE00A",
  Escape: "\uE00C", Space: " ", PageUp: "\uE00E", PageDown: "\uE00F", End: "\uE010", Home: "\uE011",
  ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015", Insert: "\uE016",
  Delete: "\uE017", F1: "\uE031", F2: "\uE032", F3: "\uE033", F4: "\uE034", F5: "\uE035", F6: "\uE036",
  F7: "\uE037", F8: "\uE038", F9: "\uE039", F10: "\uE03A", F11: "\uE03B", F12: "\uE03C", Meta: "\uE03D",
};

/** `"Control+Shift+K"` → the presses and releases of that chord. */
export function chord(text) {
  // A plus at the end is the key itself, as in "Control++".
  const names = text === "+" ? ["+"] : text.endsWith("++") ? [...text.slice(0, -2).split("+"), "+"] : text.split("+");
  const keys = names.map((name) => {
    const key = NAMED[name] ?? name;
    if ([...key].length !== 1) throw new Error(`There is no key called ${name}.`);
    // With Control or Alt a letter is the key on the keyboard, which is small: Shift is said apart.
    return names.length > 1 ? key.toLowerCase() : key;
  });
  return [...keys.map(down), ...keys.toReversed().map(up)];
}

/** Text as somebody types it: one key after the other, Enter for a new line. */
export function typing(text) {
  return [...text].flatMap((letter) => {
    const key = letter === "\n" ? NAMED.Enter : letter === "\t" ? NAMED.Tab : letter;
    return [down(key), up(key)];
  });
}

function down(value) {
  return { type: "keyDown", value };
}

function up(value) {
  return { type: "keyUp", value };
}
