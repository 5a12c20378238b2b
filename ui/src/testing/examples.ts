import { createRawSnippet, mount, unmount, type Component, type ComponentProps, type Snippet } from "svelte";
import Button from "../components/Button.svelte";

/** A component with named sets of props: they feed the gallery, the screenshots and the tests. */
export interface Examples {
  readonly component: Component<Record<string, unknown>>;
  readonly examples: Readonly<Record<string, Record<string, unknown>>>;
}

/** Ties examples to their component, so that a wrong prop does not compile. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any component whatever its props
export function exampleSet<C extends Component<any, any, any>>(
  component: C,
  examples: Record<string, ComponentProps<C>>,
): Examples {
  return { component: component as Examples["component"], examples };
}

/** Plain words as the content of a component. */
export function words(content: string): Snippet {
  const escaped = content.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return createRawSnippet(() => ({ render: () => `<span>${escaped}</span>` }));
}

/** Prepared HTML as the content of a component. One element. */
export function markup(html: string): Snippet {
  return createRawSnippet(() => ({ render: () => html }));
}

/** A button as the content of a component. */
export function pressable(label: string, kind: "primary" | "plain" = "plain"): Snippet {
  return createRawSnippet(() => ({
    render: () => "<span></span>",
    setup: (target) => {
      const button = mount(Button, { target, props: { kind, children: words(label) } });
      return () => void unmount(button);
    },
  }));
}
