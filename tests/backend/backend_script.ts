import * as tf from "@tensorflow/tfjs";
import { type BackendName, initBackend } from "@lib/backend/backend.ts";

const name = await initBackend(Deno.args[0] as BackendName);
const line = `${name} ${tf.tensor1d([1, 2]).square().dataSync()}`;
Deno.stdout.writeSync(new TextEncoder().encode(line));
