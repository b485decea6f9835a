/** Classes, and MOF 3's associations, structures and enumerations, which may stand in each other. */
import { type ParserMethod, tokenMatcher } from "chevrotain";
import type {
  ArraySuffix,
  ClassDeclaration,
  EnumerationDeclaration,
  EnumerationMember,
  Feature,
  Name,
  PropertyDeclaration,
  Qualifier,
  StructureDeclaration,
  TypeDeclaration,
} from "../src/ast/index.ts";
import type { Span } from "../src/source/index.ts";
import type { ClosingMark } from "./mark-parser.ts";
import { type Head, MemberParser } from "./member-parser.ts";
import { spanOf } from "./messages.ts";
import * as t from "./tokens.ts";

const CLASS_NAME = { ERR_MSG: "the name of the class" };
const SUPERCLASS_NAME = { ERR_MSG: "the name of the superclass" };
const STRUCTURE_NAME = { ERR_MSG: "the name of the structure" };
const SUPERSTRUCTURE_NAME = { ERR_MSG: "the name of the structure that it extends" };
const ENUMERATION_NAME = { ERR_MSG: "the name of the enumeration" };
const ENUMERATION_BASE = { ERR_MSG: "the type of the values of the enumeration" };
const BODY = { ERR_MSG: '":" or "{"' };
const MEMBER = 'a property, a method or "}"';
const MEMBER_TYPE = { ERR_MSG: "the type of a property or method" };
const MEMBER_NAME = { ERR_MSG: "the name of a property or method" };
const VALUE_NAME = { ERR_MSG: "the name of a value" };
const ENUMERATION_END: ClosingMark = {
  type: t.BraceClose,
  isForgotten: ({ tokenType }) => tokenType === t.Semicolon,
  isCommaForgotten: (next, second) =>
    tokenMatcher(next, t.Word) && [t.Comma, t.Equals, t.BraceClose].includes(second.tokenType),
  options: { ERR_MSG: '"," or "}"' },
};

/** What stands between the braces of a class or structure. */
interface Body {
  readonly types?: readonly TypeDeclaration[];
  readonly features: readonly Feature[];
}

export abstract class TypeParser extends MemberParser {
  // classDeclaration = [ qualifierList ] CLASS className [ AS alias ] [ ":" superClassName ] "{" *classFeature "}" ";"
  // MOF 3: associationDeclaration = [ qualifierList ] ASSOCIATION associationName [ superAssociation ] …
  protected readonly classDeclaration: ParserMethod<
    [start: number, qualifiers: readonly Qualifier[]],
    ClassDeclaration | undefined
  > = this.RULE(
    "classDeclaration",
    (start: number, qualifiers: readonly Qualifier[]): ClassDeclaration | undefined => {
      const keyword = this.OR([
        { ALT: () => this.CONSUME(t.Class) },
        { ALT: () => this.CONSUME(t.Association) },
      ]);
      const head: { name?: Name; alias?: Name; superclass?: Name; opened?: Span } = {};
      try {
        if (!this.isNameless()) head.name = this.nameOf(this.CONSUME1(t.Word, CLASS_NAME));
        const alias = this.OPTION(() => this.SUBRULE(this.alias));
        if (alias) head.alias = alias;
        this.OPTION2(() => {
          this.CONSUME(t.Colon);
          head.superclass = this.nameOf(this.CONSUME2(t.Word, SUPERCLASS_NAME));
        });
        head.opened = head.superclass
          ? this.openBody(BODY, "the superclass", head.superclass)
          : this.openBody(BODY, "the class", head.name);
      } catch (error) {
        head.opened = this.bodyBehind(error);
      }
      const { name, alias, superclass, opened } = head;
      const body = this.SUBRULE(this.features);
      this.closeBody(opened, "the class", name);
      if (this.isClosed) this.endDeclaration("the end of the class", name);
      if (!name) return undefined;
      const isAssociation = keyword.tokenType === t.Association;
      if (isAssociation) this.shows("association-declaration", spanOf(keyword));
      if (alias) this.shows("class-alias", alias);
      this.ACTION(() => {
        if (superclass?.text.startsWith("__")) this.shows("system-class", superclass);
      });
      return {
        kind: "class",
        ...(isAssociation && { association: true as const }),
        qualifiers,
        name,
        ...(alias && { alias }),
        ...(superclass && { superclass }),
        ...body,
        start,
        end: this.end(),
      };
    },
  );

  // MOF 3: structureDeclaration = [ qualifierList ] STRUCTURE structureName [ superStructure ] "{" *structureFeature "}" ";"
  protected readonly structure: ParserMethod<
    [start: number, qualifiers: readonly Qualifier[]],
    StructureDeclaration
  > = this.RULE(
    "structure",
    (start: number, qualifiers: readonly Qualifier[]): StructureDeclaration => {
      this.shows("structure", spanOf(this.CONSUME(t.Structure)));
      const name = this.nameOf(this.CONSUME(t.Word, STRUCTURE_NAME));
      const superstructure = this.OPTION(() => {
        this.CONSUME(t.Colon);
        return this.nameOf(this.CONSUME2(t.Word, SUPERSTRUCTURE_NAME));
      });
      const opened = this.openBody(BODY, "the structure", superstructure ?? name);
      const { types, features } = this.SUBRULE(this.features);
      this.closeBody(opened, "the structure", name);
      if (this.isClosed) this.endDeclaration("the end of the structure", name);
      return {
        kind: "structure",
        qualifiers,
        name,
        ...(superstructure && { superstructure }),
        ...(types && { types }),
        properties: this.ACTION(() => this.propertiesAmong(features, name)),
        start,
        end: this.end(),
      };
    },
  );

  // MOF 3: enumerationDeclaration = [ qualifierList ] ENUMERATION enumName ":" enumTypeDeclaration ";"
  // enumTypeDeclaration = ( DT_INTEGER / DT_STRING / enumName ) "{" [ member *( "," member ) ] "}"
  protected readonly enumeration: ParserMethod<
    [start: number, qualifiers: readonly Qualifier[]],
    EnumerationDeclaration
  > = this.RULE(
    "enumeration",
    (start: number, qualifiers: readonly Qualifier[]): EnumerationDeclaration => {
      this.shows("enumeration", spanOf(this.CONSUME(t.Enumeration)));
      const name = this.nameOf(this.CONSUME(t.Word, ENUMERATION_NAME));
      const base = this.OPTION(() => {
        this.CONSUME(t.Colon);
        return this.nameOf(this.CONSUME2(t.Word, ENUMERATION_BASE));
      });
      if (!base && this.LA(1).tokenType === t.BraceOpen) {
        this.reportMissed('":" and the type of the values');
      }
      this.CONSUME(t.BraceOpen);
      const members: EnumerationMember[] = [];
      this.MANY_SEP({ SEP: t.Comma, DEF: () => members.push(this.SUBRULE(this.member)) });
      while (this.isCommaForgotten(ENUMERATION_END)) {
        do members.push(this.SUBRULE1(this.member));
        while (this.passComma());
      }
      this.closing(ENUMERATION_END, "the last value of the enumeration", name);
      this.endDeclaration("the end of the enumeration", name);
      return {
        kind: "enumeration",
        qualifiers,
        name,
        ...(base && { base }),
        members,
        start,
        end: this.end(),
      };
    },
  );

  // integerEnumElement = [ qualifierList ] enumLiteral "=" integerValue
  // stringEnumElement = [ qualifierList ] enumLiteral [ "=" stringValue ]
  private readonly member = this.RULE("member", (): EnumerationMember => {
    const start = this.next();
    const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList)) ?? [];
    const name = this.nameOf(this.CONSUME(t.Word, VALUE_NAME));
    const value = this.OPTION2(() => this.SUBRULE(this.initializer));
    return {
      kind: "enumeration-member",
      qualifiers,
      name,
      ...(value && { value }),
      start,
      end: this.end(),
    };
  });

  // *classFeature     MOF 3: *structureFeature
  private readonly features = this.RULE("features", (): Body => {
    const features: Feature[] = [];
    const types: TypeDeclaration[] = [];
    this.skipStrayMembers(MEMBER, "the class");
    this.regularMembers(features);
    this.MANY({
      GATE: () => !this.isDeclarationNext(),
      DEF: () => {
        const feature = this.SUBRULE(this.feature);
        if (feature?.kind === "structure" || feature?.kind === "enumeration") types.push(feature);
        else if (feature) features.push(feature);
        this.skipStrayMembers(MEMBER, "the class");
        this.regularMembers(features);
      },
    });
    return { ...(types.length > 0 && { types }), features };
  });

  private regularMembers(features: Feature[]): void {
    let member = this.regularMember();
    if (!member) return;
    for (; member; member = this.regularMember()) features.push(member);
    this.skipStrayMembers(MEMBER, "the class");
  }

  // classFeature = propertyDeclaration / methodDeclaration / referenceDeclaration
  // MOF 3: / structureDeclaration / enumerationDeclaration
  // The first three begin alike, so the parenthesis decides.
  private readonly feature = this.RULE("feature", (): Feature | TypeDeclaration | undefined => {
    const start = this.next();
    try {
      const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList)) ?? [];
      if (this.isDeclarationNext()) {
        this.carry(start, qualifiers);
        return undefined;
      }
      if (this.isTypeNext()) return this.nestedType(start, qualifiers);
      const head = this.head(start, qualifiers);
      if (this.LA(1).tokenType === t.BracketOpen && this.isParenthesisForgotten()) {
        return this.SUBRULE(this.method, { ARGS: [head] });
      }
      if (this.isSemicolonForgotten("the property", head.name)) {
        return { kind: "property", ...head, end: this.end() };
      }
      return this.OR<Feature>([
        { ALT: () => this.SUBRULE(this.method, { ARGS: [head] }) },
        { ALT: () => this.SUBRULE(this.property, { ARGS: [head] }) },
      ]);
    } catch (error) {
      this.giveUp(error, start, "body");
      return undefined;
    }
  });

  private head(start: number, qualifiers: readonly Qualifier[]): Head {
    const type = this.SUBRULE(this.type, { ARGS: [MEMBER_TYPE] });
    const array = this.returnedArray();
    const name = this.nameOf(this.CONSUME(t.Word, MEMBER_NAME));
    return { start, qualifiers, type, ...(array && { array }), name };
  }

  /** `[]` behind a type, when the name and the parenthesis of a method follow. */
  private returnedArray(): ArraySuffix | undefined {
    if (this.LA(1).tokenType !== t.BracketOpen || this.LA(2).tokenType !== t.BracketClose) {
      return undefined;
    }
    if (!tokenMatcher(this.LA(3), t.Word) || this.LA(4).tokenType !== t.ParenOpen) return undefined;
    const array = this.SUBRULE(this.arraySuffix);
    this.shows("returned-array", array);
    return array;
  }

  private nestedType(start: number, qualifiers: readonly Qualifier[]): TypeDeclaration {
    const ARGS: [number, readonly Qualifier[]] = [start, qualifiers];
    return this.nested("declarations", () =>
      this.LA(1).tokenType === t.Structure
        ? this.SUBRULE(this.structure, { ARGS })
        : this.SUBRULE(this.enumeration, { ARGS }),
    );
  }

  /** A structure has no methods (DSP0221 7.5.1). */
  private propertiesAmong(features: readonly Feature[], structure: Name): PropertyDeclaration[] {
    const properties: PropertyDeclaration[] = [];
    for (const feature of features) {
      if (feature.kind === "property") {
        properties.push(feature);
      } else {
        const { text: name, start, end } = feature.name;
        const kind = "method-in-structure";
        this.mistakes.push({ kind, name, structure: structure.text, start, end });
      }
    }
    return properties;
  }

  /** Whether a class has no name; its members are read all the same. */
  private isNameless(): boolean {
    const { tokenType } = this.LA(1);
    if (this.RECORDING_PHASE || (tokenType !== t.BraceOpen && tokenType !== t.Colon)) return false;
    this.reportMissed(CLASS_NAME.ERR_MSG);
    return true;
  }
}
