// What test/package/bundled.test.ts compiles and runs in a project that has installed the package for its tests.
import { startServer } from "mof-codegen/testing";
import { CimDateTime, CimError, connect, pathOf } from "./generated/runtime/index.js";
import { Lamp } from "./generated/root/home/Lamp.js";

const Since = CimDateTime.parse("20261122120000.000000+000");
const server = await startServer({
  classes: [Lamp],
  instances: { Lamp: [{ Since, On: true }] },
  handlers: {
    Lamp: {
      Switch: ({ input, path, store }) => {
        if (input["At"] instanceof CimDateTime) throw new CimError("access-denied", "not by time");
        store.update(path, { On: input["On"] });
        return 0;
      },
    },
  },
});

const cim = connect(server.url);
const lamp = cim.at(Lamp, { Since });
console.log(await lamp.Switch({ On: false, At: null }));
console.log((await cim.get(lamp)).On, server.store.find(pathOf(lamp))?.properties["On"]);
console.log(await lamp.Switch({ On: true, At: Since }).catch((error: unknown) => String(error)));
await cim.close();
await server.close();
