import { describe, expect, test } from "vitest";
import { handlerFinder } from "../../src/runtime/memory/handlers.ts";
import {
  CimError,
  createStore,
  defineClass,
  formatPath,
  parsePath,
  referenceTo,
} from "../../src/runtime/index.ts";
import { dispatch } from "../../src/runtime/memory/dispatch.ts";
import { caught, failure } from "./caught.ts";
import { Win32_VirtualDesktopSession as Session } from "./session.ts";

const row = { VMHostName: "vh", SessionId: 1 };
const path = (SessionId: unknown, className = Session.name, namespace = "root/cimv2/rdms") => ({
  namespace,
  className,
  keys: { VMHostName: "vh", SessionId: SessionId as number },
});

describe("a store", () => {
  test("finds by keys as text, without regard to the case of names", () => {
    const store = createStore([Session], { win32_virtualdesktopsession: [row] });
    const found = store.find(path("1", "WIN32_VIRTUALDESKTOPSESSION", "ROOT\\CIMV2\\RDMS"));
    expect(found).toEqual({
      path: path(1),
      properties: { ...row, UserName: null, Bytes: null, Tags: null },
    });
    expect(store.find({ ...path(1), keys: { vmhostname: "vh", SESSIONID: 1 } })).toBe(found);
    expect([store.find(path(2)), store.find({ ...path(1), keys: { VMHostName: "vh" } })]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("converts, changes and deletes", () => {
    const store = createStore([Session], { Win32_VirtualDesktopSession: [row] });
    expect(store.update(path(1), { Bytes: 5 }).properties["Bytes"]).toBe(5n);
    expect(store.find(path(1))?.properties).toEqual({
      ...row,
      UserName: null,
      Bytes: 5n,
      Tags: null,
    });
    expect([store.delete(path(1)), store.delete(path(1)), store.find(path(1))]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  test("refuses what a server would", async () => {
    const store = createStore([Session], { Win32_VirtualDesktopSession: [row] });
    expect(
      await Promise.all(
        [
          () => store.add(Session.name, row),
          () => store.add(Session.name, { ...row, SessionId: "2" }),
          () => store.add(Session.name, { VMHostName: "x" }),
          () => store.add(Session.name, { ...row, Odd: 1 }),
          () => store.add("None", {}),
          () => store.update(path(1), { SessionId: 2 }),
          () => store.update(path(9), {}),
          () => store.instances("None", "root/cimv2/rdms"),
          () => store.instances("None", "root/none"),
        ].map(failure),
      ),
    ).toEqual([
      ["already-exists", "Win32_VirtualDesktopSession: there is an instance with these keys"],
      [
        "invalid-parameter",
        "Win32_VirtualDesktopSession: property SessionId must be a uint32, not a string",
      ],
      ["invalid-parameter", "Win32_VirtualDesktopSession: key SessionId is missing"],
      ["invalid-parameter", "Win32_VirtualDesktopSession: Odd is no property"],
      ["invalid-class", "None: there is no such class"],
      ["invalid-parameter", "Win32_VirtualDesktopSession: SessionId is a key and cannot change"],
      ["not-found", "Win32_VirtualDesktopSession: there is no such instance"],
      ["invalid-class", "None: there is no such class in root/cimv2/rdms"],
      ["invalid-namespace", "there is no namespace root/none"],
    ]);
  });

  test("keys may be references", () => {
    const Link = defineClass({
      format: 1,
      name: "Link",
      namespace: "root/cimv2/rdms",
      keys: ["Left"],
      properties: { Left: "ref Win32_VirtualDesktopSession" },
    });
    const store = createStore([Session, Link], { Link: [{ Left: referenceTo(path(1)) }] });
    const found = store.instances("Link", "root/cimv2/rdms")[0]?.path;
    expect(found && [store.find(found)?.path, formatPath(found)]).toEqual([
      { namespace: "root/cimv2/rdms", className: "Link", keys: { Left: path(1) } },
      'root/cimv2/rdms:Link.Left="root/cimv2/rdms:Win32_VirtualDesktopSession.VMHostName=\\"vh\\",SessionId=1"',
    ]);
  });
});

describe("dispatch", () => {
  const request = { cls: Session, namespace: "root/cimv2/rdms", input: {} };
  const store = createStore([Session], { Win32_VirtualDesktopSession: [row] });
  const call = (answer: unknown, method = "Disconnect") =>
    dispatch(store, handlerFinder({ Win32_VirtualDesktopSession: { [method]: () => answer } }), {
      ...request,
      method: method.toUpperCase(),
      path: path("1"),
    });

  test.each([
    [
      { ReturnValue: 1, Reason: "r" },
      { returnValue: 1, out: { Reason: "r" } },
    ],
    [Promise.resolve({ Reason: "r", ReturnValue: 0 }), { returnValue: 0, out: { Reason: "r" } }],
    [3, { returnValue: 3, out: { Reason: null } }],
  ])("takes %o", async (answer, result) => {
    expect(await call(answer)).toEqual(result);
  });

  test("refuses answers that do not fit", async () => {
    expect(await failure(() => call({ ReturnValue: 0, Odd: 1 }))).toEqual([
      "failed",
      "Win32_VirtualDesktopSession.Disconnect: the handler answered with Odd, which is no output parameter",
    ]);
    expect(await failure(() => call(-1, "Logoff"))).toEqual([
      "invalid-parameter",
      "Win32_VirtualDesktopSession.Logoff: the return value must be a uint32, not the number -1",
    ]);
  });

  test("passes on what a handler throws", async () => {
    const handlers = handlerFinder({
      Win32_VirtualDesktopSession: {
        Logoff: () => {
          throw new CimError("access-denied", "no");
        },
      },
    });
    const error = await caught(() =>
      dispatch(store, handlers, { ...request, method: "Logoff", path: path(1) }),
    );
    expect(error.message).toBe("access-denied: no");
  });

  test("an instance method needs an instance", async () => {
    expect(
      await failure(() => dispatch(store, handlerFinder({}), { ...request, method: "Logoff" })),
    ).toEqual([
      "invalid-parameter",
      "Win32_VirtualDesktopSession.Logoff: the method needs an instance",
    ]);
  });
});

describe("object paths", () => {
  test.each([
    [
      'root/cimv2:C.a="x",b=3,c=TRUE',
      { namespace: "root/cimv2", className: "C", keys: { a: "x", b: 3, c: true } },
    ],
    ["root/cimv2:C=@", { namespace: "root/cimv2", className: "C", keys: {} }],
    [
      'root/cimv2:C.a="q\\"\\\\,=."',
      { namespace: "root/cimv2", className: "C", keys: { a: 'q"\\,=.' } },
    ],
  ])("%s is read and written", (text, value) => {
    expect([parsePath(text, "root/x"), formatPath(value)]).toEqual([value, text]);
  });

  test.each([
    [
      '\\\\SERVER\\root\\cimv2:C.a="x"',
      { namespace: "root/cimv2", className: "C", keys: { a: "x" } },
    ],
    ['C.a="x"', { namespace: "root/x", className: "C", keys: { a: "x" } }],
    ["C", { namespace: "root/x", className: "C", keys: {} }],
    ['C="x"', { namespace: "root/x", className: "C", keys: { __key: "x" } }],
  ])("%s is read", (text, value) => {
    expect(parsePath(text, "root/x")).toEqual(value);
  });

  test.each(["", "C.", "C.a", 'C.a="x', "C.a=1,", ':C."x"', "<xml/>."])(
    "%s is refused",
    async (text) => {
      expect((await failure(() => parsePath(text, "root/x")))[0]).toBe("invalid-parameter");
    },
  );
});
