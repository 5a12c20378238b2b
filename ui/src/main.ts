import { mount } from "svelte";
import App from "./App.svelte";
import { installBackend } from "./backend";
import { tauriBackend, tauriHost } from "./backend/tauri";
import "./styles/all.css";

installBackend(tauriBackend, tauriHost);

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no place for the interface");
mount(App, { target });
