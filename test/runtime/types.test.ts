import { describe, expectTypeOf, test } from "vitest";
import {
  type CallOptions,
  type ClassData,
  type ClassDescriptor,
  createClient,
  defineClass,
  type Embedded,
  type Handle,
  type Instance,
  memoryTransport,
  type Reference,
  type uint32,
  type uint64,
} from "../../src/runtime/index.ts";
import { Win32_VirtualDesktopSession as Session } from "./session.ts";

// Nothing here runs: the compiler is the test.
const cim = createClient(memoryTransport({}));
const never = (): boolean => false;
declare const Singleton: ClassDescriptor<{ readonly On: boolean | null; Reset(): uint32 }>;

describe("types", () => {
  test("a handle has keys and methods, an instance properties as well", () => {
    if (never()) {
      const session = cim.at(Session, { VMHostName: "a", SessionId: 1 });
      expectTypeOf(session).toEqualTypeOf<Handle<Session, "VMHostName" | "SessionId">>();
      expectTypeOf(session.SessionId).toEqualTypeOf<uint32>();
      expectTypeOf(session.Logoff).toEqualTypeOf<(options?: CallOptions) => Promise<uint32>>();
      expectTypeOf(session).not.toHaveProperty("UserName");
      expectTypeOf(cim.get(session))
        .resolves.toHaveProperty("Bytes")
        .toEqualTypeOf<uint64 | null>();
      expectTypeOf(cim.get(Session, { VMHostName: "a", SessionId: 1 })).resolves.toEqualTypeOf<
        Instance<Session, "VMHostName" | "SessionId">
      >();
      expectTypeOf(cim.get(session)).resolves.toExtend<
        Instance<Session, "VMHostName" | "SessionId">
      >();
      expectTypeOf(cim.enumerate(Session)).toEqualTypeOf<
        AsyncIterable<Instance<Session, "VMHostName" | "SessionId">>
      >();
    }
  });

  test("a class may embed itself, and one that embeds it", () => {
    interface Box {
      readonly Inside: Embedded<Box> | null;
      readonly Lid: Embedded<Lid>;
      Open(): uint32;
    }
    interface Lid {
      readonly Of: readonly Embedded<Box>[] | null;
      Lift(input: { Box: Embedded<Box> | null }): uint32;
    }
    if (never()) {
      // As: a value of a type that nothing needs to have.
      const box = {} as Embedded<Box>;
      expectTypeOf(box).toEqualTypeOf<{
        readonly Inside: Embedded<Box> | null;
        readonly Lid: Embedded<Lid>;
      }>();
      expectTypeOf(box.Inside?.Inside?.Lid.Of?.[0]).toEqualTypeOf<Embedded<Box> | undefined>();
      // As: likewise.
      const lid: Handle<Lid> = {} as Handle<Lid, "Of">;
      expectTypeOf(lid.Lift({ Box: box })).resolves.toEqualTypeOf<uint32>();
    }
  });

  test("keys are needed where the class has any", () => {
    if (never()) {
      // @ts-expect-error -- no keys
      cim.at(Session);
      // @ts-expect-error -- one key is missing
      cim.at(Session, { VMHostName: "a" });
      // @ts-expect-error -- a key of the wrong type
      cim.at(Session, { VMHostName: "a", SessionId: "1" });
      // @ts-expect-error -- no keys for get, either
      void cim.get(Session);
      cim.at(Singleton);
      cim.at(Singleton, {});
      // @ts-expect-error -- a class without keys has none
      cim.at(Singleton, { On: true });
      void cim.get(Singleton);
      void cim.get(Singleton, undefined, { timeout: 1 });
      expectTypeOf(cim.at(Singleton).Reset()).resolves.toEqualTypeOf<uint32>();
    }
  });

  test("a reference addresses its own class only", () => {
    if (never()) {
      const reference = {} as Reference<Session>;
      cim.at(Session, reference);
      void cim.get(Session, reference);
      // @ts-expect-error -- a reference to another class
      cim.at(Singleton, reference);
      expectTypeOf(cim.at(Session, { VMHostName: "", SessionId: 1 })).toExtend<
        Reference<Session>
      >();
    }
  });

  test("invoke knows names, arguments and results", () => {
    if (never()) {
      const session = cim.at(Session, { VMHostName: "a", SessionId: 1 });
      expectTypeOf(cim.invoke(session, "Logoff")).resolves.toEqualTypeOf<uint32>();
      expectTypeOf(
        cim.invoke(session, "Logoff", {}, { timeout: 1 }),
      ).resolves.toEqualTypeOf<uint32>();
      expectTypeOf(
        cim.invoke(session, "SendMessage", { Title: "", Message: "" }),
      ).resolves.toEqualTypeOf<uint32>();
      expectTypeOf(cim.invoke(session, "Disconnect")).resolves.toEqualTypeOf<{
        ReturnValue: uint32;
        Reason: string | null;
      }>();
      expectTypeOf(cim.invoke(session, "Touch")).resolves.toBeVoid();
      expectTypeOf(cim.invoke(Session, "Count", { Host: "x" })).resolves.toEqualTypeOf<uint32>();
      // @ts-expect-error -- no such method
      void cim.invoke(session, "Nothing");
      // @ts-expect-error -- a property is no method
      void cim.invoke(session, "UserName");
      // @ts-expect-error -- arguments are missing
      void cim.invoke(session, "SendMessage");
      // @ts-expect-error -- an argument that the method does not have
      void cim.invoke(session, "Logoff", { Force: true });
      // @ts-expect-error -- an instance method on the class
      void cim.invoke(Session, "Logoff");
    }
  });

  test("static methods are on the class, and nowhere else", () => {
    if (never()) {
      expectTypeOf(cim.class(Session).Count({ Host: null })).resolves.toEqualTypeOf<uint32>();
      expectTypeOf(cim.class(Session)).not.toHaveProperty("Logoff");
      expectTypeOf(cim.at(Session, { VMHostName: "", SessionId: 1 })).not.toHaveProperty("Count");
    }
  });

  test("a method called then is on no handle, so that awaiting one gives it back", () => {
    if (never()) {
      const Odd = {} as ClassDescriptor<{ then(): uint32; Other(): uint32 }>;
      const odd = cim.at(Odd);
      expectTypeOf(odd).not.toHaveProperty("then");
      expectTypeOf(cim.invoke(odd, "then")).resolves.toEqualTypeOf<uint32>();
    }
  });

  test("descriptors refuse what is no class data", () => {
    if (never()) {
      const properties = { a: "int" } as const;
      // @ts-expect-error -- no such type
      defineClass({ format: 1, name: "C", namespace: "root", properties } satisfies ClassData);
      // @ts-expect-error -- a format that does not exist yet
      defineClass({ format: 2, name: "C", namespace: "root" } satisfies ClassData);
    }
  });
});
