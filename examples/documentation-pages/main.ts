/**
 * Calls a class of which there is no MOF: its documentation says how, and an overlay which of its
 * methods are static. The server is embedded; the client would say the same to a real one.
 */
import { readSchema } from "mof-codegen";
import { connect, instancesOf, labelOf, provide } from "mof-codegen/runtime";
import { startServer } from "mof-codegen/testing";
import {
  Contoso_Lamp,
  Contoso_Lamp_Dim_ReturnValue,
  Contoso_Lamp_Level,
} from "./generated/root/contoso/lamps/Contoso_Lamp.js";

const { value } = await readSchema({ sources: ["pages", "lamps.overlay.json"] });
const server = await startServer({
  schema: value.schema,
  instances: [
    instancesOf(Contoso_Lamp, [
      { Room: "hall", Level: Contoso_Lamp_Level.Off },
      { Room: "study", Level: Contoso_Lamp_Level.Full },
    ]),
  ],
  handlers: [
    provide(Contoso_Lamp, {
      Dim({ Level }) {
        if (this.instance.Room === "study") {
          return { ReturnValue: Contoso_Lamp_Dim_ReturnValue.BulbMissing, Before: null };
        }
        this.store.update(this.path, { Level });
        return { ReturnValue: 0, Before: this.instance.Level ?? null };
      },
      CountLamps() {
        const { name, namespace } = this.cls;
        const lit = this.store
          .instances(name, namespace)
          .filter(({ properties }) => properties["Level"] !== Contoso_Lamp_Level.Off);
        return { ReturnValue: 0, Count: lit.length };
      },
    }),
  ],
});

const cim = connect(server.url);
for await (const lamp of cim.enumerate(Contoso_Lamp)) {
  const { ReturnValue, Before } = await lamp.Dim({ Level: 40 });
  const code = labelOf(Contoso_Lamp, "Dim", ReturnValue) ?? ReturnValue;
  console.log(`${lamp.Room}: ${code}, it was ${Before ?? "dark"}`);
}
const { Count } = await cim.class(Contoso_Lamp).CountLamps();
console.log(`${Count ?? 0} lamps are lit`);
await cim.close();
await server.close();
