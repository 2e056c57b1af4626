import type { Page } from "puppeteer-core";
import type { Output } from "@lib/report/jupyter/notebook.ts";

/** What is used of JupyterLab's own application, which it shows to scripts of its page.
 * https://jupyterlab.readthedocs.io/en/stable/extension/extension_dev.html */
interface App {
  readonly commands: { execute(name: string, options?: object): Promise<unknown> };
  /** Settles when all that JupyterLab consists of is there. */
  readonly restored: Promise<unknown>;
  readonly shell: { readonly currentWidget: NotebookWidget };
}

interface NotebookWidget {
  readonly context: { readonly ready: Promise<void>; save(): Promise<void> };
  readonly sessionContext: {
    readonly ready: Promise<void>;
    readonly session: {
      readonly kernel: {
        readonly id: string;
        readonly status: string;
        requestExecute(content: { code: string }): {
          readonly done: Promise<{ content: { status: string } }>;
        };
      };
    };
    shutdown(): Promise<void>;
  };
  readonly content: {
    readonly model: { readonly cells: Iterable<CellModel> };
    scrollToItem(index: number): Promise<void>;
  };
  close(): void;
}

interface CellModel {
  readonly type: string;
  readonly outputs: {
    toJSON(): Output[];
    readonly changed: { connect(listen: (outputs: unknown, change: OutputChange) => void): void };
  };
  readonly sharedModel: { getSource(): string; setSource(source: string): void };
}

interface OutputChange {
  readonly type: "add" | "set" | "remove" | "clear";
  readonly newValues: readonly { readonly metadata: { readonly figure?: unknown } }[];
}

declare const jupyterapp: App;
declare let figureUpdates: number;

/** A notebook that is open in JupyterLab. */
export class OpenNotebook {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Waits until JupyterLab can open one. */
  static async ready(page: Page): Promise<void> {
    await page.waitForFunction(() => "jupyterapp" in globalThis);
    await page.evaluate(() => jupyterapp.restored.then(() => {}));
  }

  static async open(page: Page, path: string): Promise<OpenNotebook> {
    await page.evaluate(async (path) => {
      await jupyterapp.commands.execute("docmanager:open", { path, factory: "Notebook" });
      const { context, sessionContext } = jupyterapp.shell.currentWidget;
      await Promise.all([context.ready, sessionContext.ready]);
    }, path);
    return new OpenNotebook(page);
  }

  /** Runs a command of JupyterLab, to its end: `notebook:run-all-cells`. */
  async execute(command: string): Promise<void> {
    await this.page.evaluate((name) => jupyterapp.commands.execute(name).then(() => {}), command);
  }

  /** The outputs of its code cells. */
  outputs(): Promise<Output[][]> {
    return this.page.evaluate(() =>
      [...jupyterapp.shell.currentWidget.content.model.cells]
        .flatMap((cell) => cell.type === "code" ? [cell.outputs.toJSON()] : [])
    );
  }

  /** Brings the figure into view whose title begins so. */
  async reveal(title: string): Promise<void> {
    await this.page.evaluate(async (title) => {
      const { content } = jupyterapp.shell.currentWidget;
      const index = [...content.model.cells].findIndex(({ type, outputs }) =>
        type === "code" &&
        outputs.toJSON().some((output) =>
          "data" in output && String(output.data["text/plain"]).startsWith(title)
        )
      );
      await content.scrollToItem(index);
    }, title);
  }

  /** Begins to count how often a figure is changed in its place. */
  async countUpdates(): Promise<void> {
    await this.page.evaluate(() => {
      Object.assign(globalThis, { figureUpdates: 0 });
      for (const { type, outputs } of jupyterapp.shell.currentWidget.content.model.cells) {
        if (type !== "code") continue;
        outputs.changed.connect((_, { type, newValues: [output] }) => {
          if (type === "set" && output.metadata.figure !== undefined) figureUpdates++;
        });
      }
    });
  }

  updates(): Promise<number> {
    return this.page.evaluate(() => figureUpdates);
  }

  /** Waits until a figure was changed in its place so often. */
  async updated(times: number): Promise<void> {
    await this.page.waitForFunction((times) => figureUpdates >= times, {}, times);
  }

  /** Changes the source of the code cells. */
  async edit(from: string, to: string): Promise<void> {
    await this.page.evaluate(
      (from, to) => {
        for (const { type, sharedModel } of jupyterapp.shell.currentWidget.content.model.cells) {
          if (type === "code") sharedModel.setSource(sharedModel.getSource().replace(from, to));
        }
      },
      from,
      to,
    );
  }

  /** Which kernel it has, and whether that answers. */
  kernel(): Promise<{ id: string; reply: string }> {
    return this.page.evaluate(async () => {
      const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
      const { content } = await kernel.requestExecute({ code: "1 + 1" }).done;
      return { id: kernel.id, reply: content.status };
    });
  }

  /** Ends its kernel and closes it. */
  async close(): Promise<void> {
    await this.page.evaluate(async () => {
      const widget = jupyterapp.shell.currentWidget;
      await widget.context.save();
      await widget.sessionContext.shutdown();
      widget.close();
    });
  }
}
