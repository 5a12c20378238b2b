import { exampleSet } from "../testing/examples";
import Prose from "./Prose.svelte";

export default exampleSet(Prose, {
  "all there is": {
    html: `<h3>Analysis</h3><p>I hesitated for about <em>four minutes</em> before I picked up the phone. Benner would call this the <strong>advanced beginner’s</strong> reliance on others (Benner, 1984, p. 27).</p><ul><li>Situation</li><li>Background</li></ul><blockquote><p>The rule was in my head.</p></blockquote><table><thead><tr><th>Time</th><th>Score</th></tr></thead><tbody><tr><td>03:10</td><td>5</td></tr><tr><td>03:25</td><td>7</td></tr></tbody></table><p><code>SBAR</code></p><hr><p>After.</p>`,
  },
  small: { html: "<p>Two sentences, in a margin.</p>", small: true },
});
