/*
 * Every component with its examples, for looking at: `npm run dev`, then /gallery.html. It is not part
 * of the program. The address takes `?only=Dialog/plain&theme=dark&contrast=high&size=200`.
 */
import { mount } from "svelte";
import "../styles/all.css";
import Gallery from "./Gallery.svelte";

const asked = new URLSearchParams(location.search);
const root = document.documentElement;
root.dataset["theme"] = asked.get("theme") ?? "system";
root.dataset["contrast"] = asked.get("contrast") ?? "system";
root.dataset["typeface"] = asked.get("typeface") ?? "serif";
root.dataset["tint"] = asked.get("tint") ?? "none";
root.style.setProperty("--text-size", `${asked.get("size") ?? "100"}%`);

const target = document.getElementById("app");
if (!target) throw new Error("gallery.html has no place for the gallery");
mount(Gallery, { target, props: { only: asked.get("only") ?? "" } });
