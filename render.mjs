import { readFileSync, writeFileSync } from "node:fs";
//#region src/codegen/documentation/clean.ts
/** Takes out of a text what no source text should hold, whatever it is written for. */
const PLAIN$2 = /^[\x20-\x7E\n]*$/;
/** Marks that make text look as if it stood elsewhere; scripts that run from right to left need none. */
const BIDI = /[\u202A-\u202E\u2066-\u2069]/g;
/**
* A text whose lines end with a line feed and that holds no other control characters than
* tabs, no marks that turn the direction of what follows, and no halves of characters.
*/
function clean(text) {
	if (PLAIN$2.test(text)) return text;
	return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(BIDI, "").replace(/\p{Cs}/gu, "�").replace(/[^\t\n\P{Cc}]|\uFEFF/gu, " ");
}
//#endregion
//#region src/codegen/documentation/escape.ts
/** Characters that mean something to Markdown or to TSDoc, made to mean themselves. */
/** Escapes all of them, wherever they stand. */
function escapeAll(text) {
	return text.replace(/[\\`*_~<>{}@&[\]]/g, "\\$&");
}
/** Asterisks and tildes begin something only where text follows. */
function escapeRun(run, after) {
	return after.trim() === "" && after !== "" ? run : escapeAll(run);
}
/** Underscores within a word, as in `snake_case`, mean nothing, nor those that nothing follows. */
function escapeUnderscores(run, before, after) {
	return isWord(before) ? run : escapeRun(run, after);
}
/** TypeScript takes `@word` for a tag where a blank stands before it; an address has none. */
function escapeAt(before, after) {
	return /^[a-z0-9]{2}$/i.test(before + after) ? "@" : "\\@";
}
function isWord(character) {
	return /^[\p{L}\p{N}]/u.test(character);
}
//#endregion
//#region src/codegen/documentation/code-span.ts
/**
* Whether a text can stand between backticks, where nothing can be escaped: TypeScript
* looks for tags there too.
*/
function isCode(text) {
	return text !== "" && text.trim() === text && !/[`\n]|\*\/|\{@|\s@/.test(text);
}
/** A text as code, or where that cannot be as it reads; all of it on one line. */
function codeSpan(text) {
	return isCode(text) ? `\`${text}\`` : escapeAll(text).replaceAll("*/", "*\\/");
}
const ambiguousRanges = [
	161,
	161,
	164,
	164,
	167,
	168,
	170,
	170,
	173,
	174,
	176,
	180,
	182,
	186,
	188,
	191,
	198,
	198,
	208,
	208,
	215,
	216,
	222,
	225,
	230,
	230,
	232,
	234,
	236,
	237,
	240,
	240,
	242,
	243,
	247,
	250,
	252,
	252,
	254,
	254,
	257,
	257,
	273,
	273,
	275,
	275,
	283,
	283,
	294,
	295,
	299,
	299,
	305,
	307,
	312,
	312,
	319,
	322,
	324,
	324,
	328,
	331,
	333,
	333,
	338,
	339,
	358,
	359,
	363,
	363,
	462,
	462,
	464,
	464,
	466,
	466,
	468,
	468,
	470,
	470,
	472,
	472,
	474,
	474,
	476,
	476,
	593,
	593,
	609,
	609,
	708,
	708,
	711,
	711,
	713,
	715,
	717,
	717,
	720,
	720,
	728,
	731,
	733,
	733,
	735,
	735,
	768,
	879,
	913,
	929,
	931,
	937,
	945,
	961,
	963,
	969,
	1025,
	1025,
	1040,
	1103,
	1105,
	1105,
	8208,
	8208,
	8211,
	8214,
	8216,
	8217,
	8220,
	8221,
	8224,
	8226,
	8228,
	8231,
	8240,
	8240,
	8242,
	8243,
	8245,
	8245,
	8251,
	8251,
	8254,
	8254,
	8308,
	8308,
	8319,
	8319,
	8321,
	8324,
	8364,
	8364,
	8451,
	8451,
	8453,
	8453,
	8457,
	8457,
	8467,
	8467,
	8470,
	8470,
	8481,
	8482,
	8486,
	8486,
	8491,
	8491,
	8531,
	8532,
	8539,
	8542,
	8544,
	8555,
	8560,
	8569,
	8585,
	8585,
	8592,
	8601,
	8632,
	8633,
	8658,
	8658,
	8660,
	8660,
	8679,
	8679,
	8704,
	8704,
	8706,
	8707,
	8711,
	8712,
	8715,
	8715,
	8719,
	8719,
	8721,
	8721,
	8725,
	8725,
	8730,
	8730,
	8733,
	8736,
	8739,
	8739,
	8741,
	8741,
	8743,
	8748,
	8750,
	8750,
	8756,
	8759,
	8764,
	8765,
	8776,
	8776,
	8780,
	8780,
	8786,
	8786,
	8800,
	8801,
	8804,
	8807,
	8810,
	8811,
	8814,
	8815,
	8834,
	8835,
	8838,
	8839,
	8853,
	8853,
	8857,
	8857,
	8869,
	8869,
	8895,
	8895,
	8978,
	8978,
	9312,
	9449,
	9451,
	9547,
	9552,
	9587,
	9600,
	9615,
	9618,
	9621,
	9632,
	9633,
	9635,
	9641,
	9650,
	9651,
	9654,
	9655,
	9660,
	9661,
	9664,
	9665,
	9670,
	9672,
	9675,
	9675,
	9678,
	9681,
	9698,
	9701,
	9711,
	9711,
	9733,
	9734,
	9737,
	9737,
	9742,
	9743,
	9756,
	9756,
	9758,
	9758,
	9792,
	9792,
	9794,
	9794,
	9824,
	9825,
	9827,
	9829,
	9831,
	9834,
	9836,
	9837,
	9839,
	9839,
	9886,
	9887,
	9919,
	9919,
	9926,
	9933,
	9935,
	9939,
	9941,
	9953,
	9955,
	9955,
	9960,
	9961,
	9963,
	9969,
	9972,
	9972,
	9974,
	9977,
	9979,
	9980,
	9982,
	9983,
	10045,
	10045,
	10102,
	10111,
	11094,
	11097,
	12872,
	12879,
	57344,
	63743,
	65024,
	65039,
	65533,
	65533,
	127232,
	127242,
	127248,
	127277,
	127280,
	127337,
	127344,
	127373,
	127375,
	127376,
	127387,
	127404,
	917760,
	917999,
	983040,
	1048573,
	1048576,
	1114109
];
const fullwidthRanges = [
	12288,
	12288,
	65281,
	65376,
	65504,
	65510
];
const wideRanges = [
	4352,
	4447,
	8986,
	8987,
	9001,
	9002,
	9193,
	9196,
	9200,
	9200,
	9203,
	9203,
	9725,
	9726,
	9748,
	9749,
	9776,
	9783,
	9800,
	9811,
	9855,
	9855,
	9866,
	9871,
	9875,
	9875,
	9889,
	9889,
	9898,
	9899,
	9917,
	9918,
	9924,
	9925,
	9934,
	9934,
	9940,
	9940,
	9962,
	9962,
	9970,
	9971,
	9973,
	9973,
	9978,
	9978,
	9981,
	9981,
	9989,
	9989,
	9994,
	9995,
	10024,
	10024,
	10060,
	10060,
	10062,
	10062,
	10067,
	10069,
	10071,
	10071,
	10133,
	10135,
	10160,
	10160,
	10175,
	10175,
	11035,
	11036,
	11088,
	11088,
	11093,
	11093,
	11904,
	11929,
	11931,
	12019,
	12032,
	12245,
	12272,
	12287,
	12289,
	12350,
	12353,
	12438,
	12441,
	12543,
	12549,
	12591,
	12593,
	12686,
	12688,
	12773,
	12783,
	12830,
	12832,
	12871,
	12880,
	42124,
	42128,
	42182,
	43360,
	43388,
	44032,
	55203,
	63744,
	64255,
	65040,
	65049,
	65072,
	65106,
	65108,
	65126,
	65128,
	65131,
	94176,
	94180,
	94192,
	94198,
	94208,
	101594,
	101631,
	101664,
	101760,
	101874,
	101888,
	102801,
	102816,
	102866,
	110576,
	110579,
	110581,
	110587,
	110589,
	110590,
	110592,
	110888,
	110898,
	110898,
	110928,
	110930,
	110933,
	110933,
	110948,
	110952,
	110960,
	111355,
	119552,
	119638,
	119648,
	119670,
	126980,
	126980,
	127183,
	127183,
	127374,
	127374,
	127377,
	127386,
	127406,
	127406,
	127488,
	127490,
	127504,
	127547,
	127552,
	127560,
	127568,
	127569,
	127584,
	127589,
	127744,
	127776,
	127789,
	127797,
	127799,
	127868,
	127870,
	127891,
	127904,
	127946,
	127951,
	127955,
	127968,
	127984,
	127988,
	127988,
	127992,
	128062,
	128064,
	128064,
	128066,
	128252,
	128255,
	128317,
	128331,
	128334,
	128336,
	128359,
	128378,
	128378,
	128405,
	128406,
	128420,
	128420,
	128507,
	128591,
	128640,
	128709,
	128716,
	128716,
	128720,
	128722,
	128725,
	128729,
	128732,
	128735,
	128747,
	128748,
	128756,
	128764,
	128986,
	128986,
	128992,
	129003,
	129008,
	129008,
	129292,
	129338,
	129340,
	129349,
	129351,
	129535,
	129648,
	129660,
	129664,
	129734,
	129736,
	129736,
	129740,
	129757,
	129759,
	129771,
	129775,
	129786,
	131072,
	196605,
	196608,
	262141
];
//#endregion
//#region node_modules/get-east-asian-width/utilities.js
/**
Binary search on a sorted flat array of [start, end] pairs.

@param {number[]} ranges - Flat array of inclusive [start, end] range pairs, e.g. [0, 5, 10, 20].
@param {number} codePoint - The value to search for.
@returns {boolean} Whether the value falls within any of the ranges.
*/
const isInRange = (ranges, codePoint) => {
	let low = 0;
	let high = Math.floor(ranges.length / 2) - 1;
	while (low <= high) {
		const mid = Math.floor((low + high) / 2);
		const i = mid * 2;
		if (codePoint < ranges[i]) high = mid - 1;
		else if (codePoint > ranges[i + 1]) low = mid + 1;
		else return true;
	}
	return false;
};
//#endregion
//#region node_modules/get-east-asian-width/lookup.js
const commonCjkCodePoint = 19968;
const [wideFastPathStart, wideFastPathEnd] = /* @__PURE__ */ findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
	let fastPathStart = ranges[0];
	let fastPathEnd = ranges[1];
	for (let index = 0; index < ranges.length; index += 2) {
		const start = ranges[index];
		const end = ranges[index + 1];
		if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) return [start, end];
		if (end - start > fastPathEnd - fastPathStart) {
			fastPathStart = start;
			fastPathEnd = end;
		}
	}
	return [fastPathStart, fastPathEnd];
}
const isAmbiguous = (codePoint) => {
	if (codePoint < 161 || codePoint > 1114109) return false;
	return isInRange(ambiguousRanges, codePoint);
};
const isFullwidth = (codePoint) => {
	if (codePoint < 12288 || codePoint > 65510) return false;
	return isInRange(fullwidthRanges, codePoint);
};
const isWide$1 = (codePoint) => {
	if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) return true;
	if (codePoint < 4352 || codePoint > 262141) return false;
	return isInRange(wideRanges, codePoint);
};
//#endregion
//#region node_modules/get-east-asian-width/index.js
function validate(codePoint) {
	if (!Number.isSafeInteger(codePoint)) throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
	validate(codePoint);
	if (isFullwidth(codePoint) || isWide$1(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) return 2;
	return 1;
}
const PLAIN$1 = /^[\x20-\x7E]*$/;
/** Columns of a text: a wide character takes two, a combining mark none. */
function textWidth(text) {
	if (PLAIN$1.test(text)) return text.length;
	let width = 0;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		if (!(code < 32 || code >= 127 && code <= 159) && !(code >= 768 && code <= 879)) width += eastAsianWidth(code);
	}
	return width;
}
/** Whether a line, and so many further columns, fit into the print width. */
function fits(line, further = 0) {
	return textWidth(line) + further <= 80;
}
/** What measures the parts of a text: most texts are plain, and are asked only once. */
function widthOf(text) {
	return PLAIN$1.test(text) ? (part) => part.length : textWidth;
}
//#endregion
//#region src/codegen/documentation/columns.ts
/** A wider cell does not make its column wider. */
const WIDEST = 40;
/** More cells than that are no columns. */
const MOST = 20;
/** Lines whose cells tabs divide, in columns; other lines stay as they are. */
function alignedColumns(lines) {
	if (!lines.some((line) => line.includes("	"))) return [...lines];
	const rows = lines.map((line) => line.split(/\t+/));
	if (rows.some((row) => row.length > MOST)) return lines.map((line) => line.replaceAll("	", "  "));
	const widths = [];
	for (const row of rows) for (const [column, cell] of row.entries()) {
		const width = textWidth(cell.trimEnd());
		if (width <= WIDEST) widths[column] = Math.max(widths[column] ?? 0, width);
	}
	return rows.map((row) => row.map((cell, column) => {
		const room = (widths[column] ?? 0) + 2 - textWidth(cell.trimEnd());
		return cell.trimEnd() + " ".repeat(Math.max(2, room));
	}).join("").trimEnd());
}
//#endregion
//#region src/codegen/documentation/code.ts
/** Longer lines are paragraphs. */
const LONGEST$1 = 160;
const QUERY = /^(?:SELECT|ASSOCIATORS OF|REFERENCES OF)\s/;
const CLAUSE = /^(?:FROM|WHERE|AND|OR|NOT|GROUP|HAVING|WITHIN|ISA|SATISFIES|ORDER|ON|INNER|LEFT|JOIN)\b/;
const PROSE = /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/;
const query = {
	language: "sql",
	begins: ({ text }) => QUERY.test(text),
	goesOn: ({ text }) => CLAUSE.test(text),
	accepts: (run) => run.some(({ text }) => /\b(?:FROM|WHERE)\b|\{/.test(text)) && !run.some(({ text }) => PROSE.test(text))
};
const STATEMENT = /^(?:[{}]|\/\/|\[.*\]$|#pragma\b|(?:class|instance of|qualifier)\s[^.]*$)|[{}]$|^[\w[\]]+(?: [\w[\]]+){0,2} ?(?:\(.*\))?;$|=.*[;,]$/i;
const statements = {
	language: "mof",
	begins: (line) => isStatement(line),
	goesOn: (line) => isStatement(line),
	accepts: (run) => run.length > 1 && run.some(({ text }) => /[;}]$/.test(text)) && run.some(({ text }) => /[={[(]/.test(text))
};
function isStatement(line) {
	return !isBullet(line) && line.text.length <= LONGEST$1 && STATEMENT.test(line.text);
}
const columns = {
	language: "text",
	begins: (line) => hasColumns(line),
	goesOn: (line, before) => hasColumns(line) && (isWide(line) || gapOf(line) === gapOf(before)),
	accepts: (run) => run.length > 1
};
const ROW = /^(?:\|.*\||\+[-=+]{2,}\+?)$/;
/** What stands behind the first gap of a line. */
const GAP = /[^\s.:;!?] {2,}(?=\S)/;
const WIDE_GAP = /\S(?: {3,}|\t+)(?=\S)/;
function hasColumns(line) {
	if (isBullet(line) || line.text.length > LONGEST$1) return false;
	return ROW.test(line.text) || isWide(line) || GAP.test(line.text);
}
function isWide({ text }) {
	return ROW.test(text) || WIDE_GAP.test(text);
}
function gapOf({ text, indent }) {
	const gap = GAP.exec(text) ?? WIDE_GAP.exec(text);
	return gap ? indent + gap.index + gap[0].length : -1;
}
/** So many columns are more than a paragraph is set in. */
const SET_IN = 4;
const CODE = /[;{}=\\|]|\w\(|::|->|^[$#>]/;
const setIn = {
	language: "text",
	begins: (line, before) => isSetIn(line) && (before?.text === "" || before?.text.endsWith(":") === true),
	goesOn: (line) => isSetIn(line),
	accepts: (run, before) => {
		const lines = run.filter(({ text }) => text !== "");
		if (lines.some(({ text }) => text.length > LONGEST$1)) return false;
		const code = lines.filter(({ text }) => CODE.test(text)).length;
		if (lines.length === 1) return code === 1 && before?.text !== "" && !PROSE.test(run[0]?.text ?? "");
		return code * 2 >= lines.length || lines.every(({ text }) => !/[.!?,]$/.test(text));
	}
};
function isSetIn(line) {
	return line.text !== "" && line.indent >= SET_IN && !isBullet(line);
}
function isBullet({ mark }) {
	return mark?.together === false;
}
const KINDS = [
	query,
	statements,
	columns,
	setIn
];
/** All such blocks of a text, by the line where they begin. */
function codeBlocks(lines) {
	const found = /* @__PURE__ */ new Map();
	const lastFence = lines.findLastIndex(({ text }) => text === FENCE);
	/** Where the run ends that a kind saw last, so that no run is looked at twice. */
	const seen = /* @__PURE__ */ new Map();
	for (let index = 0; index < lines.length;) {
		const read = (index < lastFence ? fenced(lines, index) : void 0) ?? ofAnyKind(lines, index, seen);
		if (read) found.set(index, read);
		index = read?.next ?? index + 1;
	}
	return found;
}
const FENCE = "```";
/** Lines between fences, the last of which is known to come. */
function fenced(lines, start) {
	const [, language] = /^```([\w+#.-]{0,20})$/.exec(lines[start]?.text ?? "") ?? [];
	if (language === void 0) return void 0;
	let end = start + 1;
	while (lines[end]?.text !== FENCE) end += 1;
	const shown = setOut(lines.slice(start + 1, end));
	return {
		block: {
			kind: "code",
			language: language || "text",
			lines: shown
		},
		next: end + 1
	};
}
function ofAnyKind(lines, start, seen) {
	for (const kind of KINDS) {
		if ((seen.get(kind) ?? 0) > start) continue;
		const next = endOfRun(kind, lines, start);
		seen.set(kind, next);
		const run = lines.slice(start, next);
		if (run.length === 0 || !kind.accepts(run, lines[start - 1])) continue;
		return {
			block: {
				kind: "code",
				language: kind.language,
				lines: setOut(run)
			},
			next
		};
	}
}
function endOfRun(kind, lines, start) {
	const first = lines[start];
	if (!first || !kind.begins(first, lines[start - 1])) return start;
	let end = start + 1;
	for (; end < lines.length; end += 1) {
		const line = lines[end];
		const before = lines[end - 1];
		if (!line || !before || !kind.goesOn(line, before)) break;
	}
	return end;
}
/** Lines as they were, without what all of them are set in by. */
function setOut(run) {
	const least = run.reduce((so, { text, indent }) => text === "" ? so : Math.min(so, indent), Infinity);
	return alignedColumns(run.map(({ text, indent }) => text === "" ? "" : " ".repeat(indent - least) + text));
}
//#endregion
//#region src/codegen/documentation/marks.ts
/** Marks that say nothing, and numbers. */
const BULLETS = [
	{
		kind: "-",
		pattern: /^(?:-{1,2}|[–—])\s+(?=\S)/,
		needs: 1
	},
	{
		kind: "*",
		pattern: /^\*\s+(?=\S)/,
		needs: 1
	},
	{
		kind: "•",
		pattern: /^[•‣◦▪●○■□・·]\s*(?=\S)/,
		needs: 1
	},
	{
		kind: "o",
		pattern: /^o\s+(?=[^\s=+-])/,
		needs: 2
	},
	{
		kind: "+",
		pattern: /^\+\s+(?=\S)/,
		needs: 2
	},
	{
		kind: "-",
		pattern: /^-(?=["'\p{Lu}])/u,
		needs: 2
	},
	{
		kind: "1.",
		pattern: /^\d{1,3}\.\s+(?=\S)/,
		needs: 2
	},
	{
		kind: "1)",
		pattern: /^\d{1,3}\)\s+(?=\S)/,
		needs: 2
	}
];
/** Letters, which Markdown has no lists for. */
const LETTERS = [{
	kind: "(a)",
	pattern: /^\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)\s+(?=\S)/i,
	needs: 2
}, {
	kind: "a)",
	pattern: /^[a-z][.)]\s+(?=\S)/i,
	needs: 2
}];
/** What something means, each on its line: `0 - Unknown`, `2 (Idle) means`, `yyyy = year`, `Foo -- bar`. */
const MEANINGS = [
	{
		kind: "0",
		pattern: /^-?(?:0x[\da-f]{1,16}|\d{1,10})(?:\.\.-?\d{1,10})?(?=\s*(?:--?|–|[=:(])\s*\D|\s*['"])/i,
		needs: 2
	},
	{
		kind: "=",
		pattern: /^[^\s=]{1,40}(?: [^\s=]{1,20}){0,3} ?=(?= ?\S)/,
		needs: 2
	},
	{
		kind: "-",
		pattern: /^\S{1,60}(?: \S{1,20}){0,2} +(?:--|–|—)(?= +\S)/,
		needs: 2
	},
	{
		kind: "-",
		pattern: /^[^\s.,;:]{1,60} +-(?= +\S)/,
		needs: 2
	},
	{
		kind: ":",
		pattern: /^[\w-]{1,30}\(\d{1,5}\):(?=\s*\S)/,
		needs: 2
	},
	{
		kind: ":",
		pattern: /^[\w-]{1,30}:(?=\s+\S)/,
		needs: 3
	}
];
/** The mark that a line begins with; the line has no blanks around it. */
function markOf(line) {
	const bullet = BULLETS.find(({ pattern }) => pattern.test(line));
	if (bullet) {
		const [mark = ""] = bullet.pattern.exec(line) ?? [];
		const number = bullet.kind.startsWith("1") ? Number.parseInt(mark, 10) : void 0;
		const { kind, needs } = bullet;
		return {
			kind,
			needs,
			number,
			together: false,
			text: line.slice(mark.length)
		};
	}
	const letter = LETTERS.find(({ pattern }) => pattern.test(line));
	if (letter) return {
		...letter,
		number: void 0,
		together: false,
		text: line
	};
	const meaning = MEANINGS.find(({ pattern }) => pattern.test(line));
	if (!meaning) return void 0;
	const { kind, needs } = meaning;
	return {
		kind: `meaning ${kind}`,
		needs,
		number: void 0,
		together: true,
		text: line
	};
}
//#endregion
//#region src/codegen/documentation/lines.ts
/** The lines of a text, and which of them are items of lists. */
/** How far a tab goes on. */
const TAB = 4;
/** Shorter lines were not broken for want of room. */
const LONG = 40;
const ENDS = /[.!?:;。．！？：；؟۔…]["')\]”’»」』）]*$/;
const BEGINS = /^(?:\p{Ll}|\(|https?:)/u;
const HAN = /^\p{Script=Han}/u;
const UNCASED = /^\p{Lo}/u;
/** Reads lines; a mark that does not make a list where it stands is text. */
function readLines(text) {
	const lines = text.replace(/([^\s])\t+(?=[*•] )/g, "$1\n	").split("\n").map((line) => {
		const trimmed = line.trim();
		return {
			text: trimmed,
			indent: indentOf(line),
			mark: markOf(trimmed)
		};
	});
	const strong = strongMarks(lines);
	return lines.map((line, index) => strong.has(index) ? line : {
		...line,
		mark: void 0
	});
}
/** Whether a line goes on with the sentence of the line before it. */
function goesOn(before, line) {
	if (before === "" || line === "" || isEnded(before)) return false;
	if (before.endsWith(",")) return true;
	if (before.length < LONG) return /^(?:\(|https?:)/.test(line);
	return BEGINS.test(line) || UNCASED.test(line) && UNCASED.test(before);
}
function isEnded(line) {
	return ENDS.test(line.slice(-20));
}
/** Lines as one; where ideographs meet, without a blank between them. */
function joined(lines) {
	return lines.flatMap((line, index) => {
		const ideographs = /\p{Script=Han}$/u.test(lines[index - 1]?.slice(-2) ?? "") && HAN.test(line);
		return index === 0 || ideographs ? [line] : [" ", line];
	}).join("");
}
function indentOf(line) {
	let column = 0;
	for (const character of line) if (character === "	") column += TAB - column % TAB;
	else if (/\s/.test(character)) column += 1;
	else break;
	return column;
}
/** The lines whose marks count: enough of their kind are there, and together if they have to be. */
function strongMarks(lines) {
	const strong = /* @__PURE__ */ new Set();
	for (const group of groupsOf(lines)) {
		const needed = group.reduce((least, index) => Math.min(least, needs(lines, index)), Infinity);
		if (group.length >= needed) for (const index of group) strong.add(index);
	}
	return strong;
}
function needs(lines, index) {
	return lines[index]?.mark?.needs ?? Infinity;
}
/** Lines with marks of one kind that may make a list. */
function groupsOf(lines) {
	const groups = [];
	const latest = /* @__PURE__ */ new Map();
	for (const [index, { mark }] of lines.entries()) {
		if (!mark || isWrapped(lines, index)) continue;
		const group = latest.get(mark.kind);
		if (group && (!mark.together || isNear(lines, group.at(-1) ?? 0, index))) group.push(index);
		else {
			const begun = [index];
			groups.push(begun);
			latest.set(mark.kind, begun);
		}
	}
	return groups;
}
/** Whether a number or a letter stands at a line's begin only because the line before it was full. */
function isWrapped(lines, index) {
	const mark = lines[index]?.mark;
	const before = lines[index - 1];
	if (!mark || mark.together || mark.needs === 1 || !before) return false;
	return before.mark?.kind !== mark.kind && before.text.length >= LONG && !isEnded(before.text);
}
/** Whether what stands between two lines goes on with the first. */
function isNear(lines, first, second) {
	for (let index = first + 1; index < second; index += 1) {
		const line = lines[index];
		if (!line || line.mark || !goesOn(lines[index - 1]?.text ?? "", line.text)) return false;
	}
	return true;
}
//#endregion
//#region src/codegen/documentation/list.ts
/** As deep as anybody nests lists; deeper ones are shown at this depth. */
const DEPTH$1 = 6;
/**
* Reads the list that begins at a line with a mark.
*
* @param others - what begins at other lines and is no list
*/
function readList(lines, start, others) {
	const items = [];
	const open = [];
	let next = start;
	for (let index = start; index < lines.length && !others.has(index); index += 1) {
		const line = lines[index];
		if (!line || line.text === "") continue;
		const item = items.at(-1);
		if (line.mark) items.push(openItem(line, index > next, open));
		else if (!item || !extend(item, line, lines[index - 1]?.text ?? "")) break;
		next = index + 1;
	}
	const counting = new Set([...new Set(items.map(({ list }) => list))].filter(counts));
	return {
		block: {
			kind: "list",
			items: items.map((item) => closedItem(item, counting.has(item.list)))
		},
		next
	};
}
/** @param apart - whether an empty line stands before it */
function openItem(line, apart, open) {
	const { kind = "", number, text = "" } = line.mark ?? {};
	const { indent } = line;
	while ((open.at(-1)?.indent ?? -1) > indent) open.pop();
	const known = open.findLastIndex((list) => list.kind === kind && list.indent === indent);
	if (known >= 0) open.length = known + 1;
	else {
		if (apart && open.at(-1)?.indent === indent) open.pop();
		if (open.length === DEPTH$1) open.pop();
		open.push({
			kind,
			indent,
			numbers: []
		});
	}
	const list = open.at(-1) ?? {
		kind,
		indent,
		numbers: []
	};
	list.numbers.push(number);
	return {
		list,
		depth: open.length - 1,
		number,
		first: line,
		paragraphs: [[text]]
	};
}
/** Adds a line without a mark to the item that it belongs to, if it does. */
function extend(item, line, before) {
	const inside = line.indent > item.first.indent;
	if (before === "") {
		if (inside) item.paragraphs.push([line.text]);
		return inside;
	}
	if (!inside && !goesOn(before, line.text)) return false;
	item.paragraphs.at(-1)?.push(line.text);
	return true;
}
/** Markdown counts on from the first item: numbers that do otherwise are part of the text. */
function counts({ numbers }) {
	const [first] = numbers;
	return first !== void 0 && numbers.every((number, index) => number === first + index);
}
function closedItem({ depth, number, first, paragraphs }, counting) {
	const [lines = [], ...further] = paragraphs;
	const shown = number === void 0 || counting ? lines : [first.text, ...lines.slice(1)];
	return {
		depth,
		number: counting ? number : void 0,
		texts: [shown, ...further].map(joined)
	};
}
//#endregion
//#region src/codegen/documentation/table.ts
/** Of a line of dashes. */
const LONGEST = 1e3;
const RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;
/** Reads the table whose head stands on a line, if there is one. */
function readTable(lines, start) {
	const head = lines[start]?.text ?? "";
	const rule = lines[start + 1]?.text ?? "";
	if (!head.includes("|") || !rule.includes("|") || rule.length > LONGEST || !RULE.test(rule)) return void 0;
	const columns = cells(head).length;
	if (columns < 2 || cells(rule).length !== columns) return void 0;
	let next = start + 2;
	while (lines[next]?.text.includes("|") === true) next += 1;
	const body = lines.slice(start + 2, next).map(({ text }) => filled(cells(text), columns));
	return {
		block: {
			kind: "table",
			rows: [cells(head), ...body]
		},
		next
	};
}
function cells(row) {
	return row.replace(/^\|/, "").replace(/\|$/, "").split("|").map((cell) => cell.trim());
}
/** As many cells as the head has: what is too much goes into the last. */
function filled(row, columns) {
	const last = row.slice(columns - 1).join(" | ");
	return [
		...row.slice(0, columns - 1),
		last,
		...Array(columns).fill("")
	].slice(0, columns);
}
//#endregion
//#region src/codegen/documentation/blocks.ts
/** @param text - whose lines end with a line feed */
function readBlocks(text) {
	const lines = readLines(text);
	const code = codeBlocks(lines);
	const blocks = [];
	for (let index = 0; index < lines.length;) {
		if (lines[index]?.text === "") {
			index += 1;
			continue;
		}
		const reading = readTable(lines, index) ?? code.get(index) ?? (lines[index]?.mark ? readList(lines, index, code) : readText(lines, index, code));
		blocks.push(reading.block);
		index = reading.next;
	}
	return blocks;
}
/** A line, and those that go on with its sentence: each other line is a paragraph of its own. */
function readText(lines, start, others) {
	const texts = [lines[start]?.text ?? ""];
	let next = start + 1;
	for (; next < lines.length; next += 1) {
		const line = lines[next];
		if (!line || line.mark || others.has(next) || !goesOn(texts.at(-1) ?? "", line.text)) break;
		texts.push(line.text);
	}
	return {
		block: {
			kind: "text",
			text: joined(texts)
		},
		next
	};
}
//#endregion
//#region src/codegen/documentation/html.ts
/** The tags of HTML that divide a text: all others are part of it. */
/** A name in angle brackets that is part of something, `<p>:<q>`, is none of them. */
const TAG = /<(\/?)(p(?!>[:._\\/=])|br|ul|ol|li)(?:\s[^<>]*)?\/?>/gi;
/** As deep as anybody nests lists; deeper ones are shown at this depth. */
const DEPTH = 6;
/** A text whose paragraphs, line breaks and lists are written with line ends. */
function withoutTags(text) {
	if (!text.includes("<")) return text;
	/** For each list that is open, the number of its last item; none for bullets. */
	const lists = [];
	return text.replace(TAG, (_, slash, tag) => {
		const ends = slash !== "";
		switch (tag.toLowerCase()) {
			case "br": return "\n";
			case "li": return ends ? "\n" : `\n${nextItem(lists)}`;
			case "p": return "\n\n";
			default:
				if (ends) lists.pop();
				else if (lists.length < DEPTH) lists.push(tag.toLowerCase() === "ol" ? 0 : void 0);
				return "\n";
		}
	});
}
function nextItem(lists) {
	const indent = "  ".repeat(Math.max(0, lists.length - 1));
	const number = lists.at(-1);
	if (number === void 0) return `${indent}- `;
	lists[lists.length - 1] = number + 1;
	return `${indent}${number + 1}. `;
}
//#endregion
//#region src/codegen/documentation/address.ts
/** Addresses of the web: what editors make a link of. */
/** The source of what matches an address, without the punctuation behind it. */
const ADDRESS = [String.raw`(?:(?:https?|ftp):\/\/|www\.)[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?`, String.raw`(?:\/|[:/?#][\w\-.~:/?#@!$&()+,;=%]*[A-Za-z0-9/#=%])?`].join("");
/** What renderers leave out of a link at its end: anything else behind it would become part of it. */
const BEHIND = /[.,;:!?)'"]*(?:\s|$)/y;
/** What would mean something where a bare address is not known to be one. */
const ACTIVE$1 = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|[~@]|&\w+;/;
/**
* An address as a link: bare if that is enough for a renderer to see where it ends.
*
* @param end - where the address ends in the text
*/
function addressLink(address, text, end) {
	BEHIND.lastIndex = end;
	if (BEHIND.test(text) && !ACTIVE$1.test(address)) return address;
	if (address.includes("://")) return `<${address}>`;
	return `[${escapeAll(address)}](http://${safeTarget(address) ?? ""})`;
}
/** An address as the target of a link, if it can be one. */
function safeTarget(address) {
	if (!/^[!-~]+$/.test(address) || /[\\<>`{}|^]/.test(address)) return void 0;
	return address.replace(/[()*_~]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
//#endregion
//#region src/codegen/documentation/entity.ts
/** Characters that HTML has names for, as far as descriptions are known to use them. */
const NAMED = new Map([
	["amp", "&"],
	["apos", "'"],
	["bull", "•"],
	["copy", "©"],
	["deg", "°"],
	["gt", ">"],
	["hellip", "…"],
	["ldquo", "“"],
	["lsquo", "‘"],
	["lt", "<"],
	["mdash", "—"],
	["micro", "µ"],
	["nbsp", " "],
	["ndash", "–"],
	["quot", "\""],
	["rdquo", "”"],
	["reg", "®"],
	["rsquo", "’"],
	["times", "×"],
	["trade", "™"]
]);
/** Nothing that is invisible, and no half of a character. */
const VISIBLE = /^[^\p{C}\p{Z}\p{M}]$/u;
/**
* The character that `&lt;`, `&#60;` or `&#x3C;` stands for.
*
* @returns `undefined` when it stands for none, or for one that is not seen
*/
function fromEntity(entity) {
	const [, hexadecimal, decimal, name = ""] = /^&(?:#x([\da-f]+)|#(\d+)|(\w+));$/i.exec(entity) ?? [];
	if (hexadecimal === void 0 && decimal === void 0) return NAMED.get(name);
	const code = Number(hexadecimal === void 0 ? decimal : `0x${hexadecimal}`);
	if (code > 1114111) return void 0;
	const character = String.fromCodePoint(code);
	return VISIBLE.test(character) ? character : void 0;
}
//#endregion
//#region src/codegen/documentation/inline.ts
/** The text of a paragraph as Markdown that reads as the text does, and that TSDoc takes for no tag. */
/** Without any of these a text means nothing to Markdown, except where a line begins. */
const ACTIVE = /[\\`*_~<>{}@&\]]|:\/\/|www\./i;
/** A name of a schema: `CIM_Foo.Bar`, `CIM_Foo.Do()`, `__Path`. The numbers keep the search short. */
const NAME = ["(?:__[a-z][a-z0-9]{0,80}(?:_[a-z0-9]{1,80}){0,20}|[a-z][a-z0-9]{0,80}(?:_[a-z0-9]{1,80}){1,20})", String.raw`(?:(?:\.|::)[a-z_]\w{0,80}){0,8}(?:\(\)|\[\])?`].join("");
/** Emphasis stands apart: where it does not, renderers differ. */
const emphasized = (mark) => `(?<=^|[\\s('"[\\-/])${mark}(?=[a-z0-9])[^*_\`\\\\<>{}@&[\\]~]*${mark}(?=$|[\\s.,;:!?)'"\\]\\-/])`;
/** What counts more comes first. */
const PARTS = [
	[`<${ADDRESS}>`, (part, { text, end }) => addressLink(part.slice(1, -1), text, end)],
	[ADDRESS, (part, { text, end }) => addressLink(part, text, end)],
	[String.raw`<a\s[^<>]*>[^<>]*<\/a\s*>`, anchor],
	["(?<!`)`[^`]{1,200}`(?!`)", quotedCode],
	["(?<!!)\\[[^[\\]`\\\\<>{}@*&~]*\\]\\(https?:\\/\\/[\\w\\-.~:/?#!$&+,;=%]*\\)", link],
	[emphasized("\\*\\*"), (part) => emphasis(part, 2)],
	[emphasized("_"), (part) => emphasis(part, 1)],
	[`(?<![\\w.\\-/\\\\@$#%&~<{|:+*^\`])${NAME}`, name],
	["&#?[a-z0-9]{1,31};", entity],
	[String.raw`\*+|~+`, (part, { after }) => escapeRun(part, after)],
	["_+", (part, { before, after }) => escapeUnderscores(part, before, after)],
	["@", (_, { before, after }) => escapeAt(before, after)],
	[String.raw`\][([]`, (part) => `]\\${part.slice(1)}`],
	["[\\\\`<>{}]", escapeAll]
];
/** `root\cimv2`, `C:\Windows`: looked for only in texts that have a backslash. */
const PATH = [String.raw`(?<![\w\\/])(?:[a-z]:)?(?:\\{1,2})?[\w.$%-]{1,80}(?:\\[\w.$%-]{1,80}){1,20}`, (part, { after }) => /[\\/\w*]/.test(after) ? escapeAll(part) : codeSpan(part)];
/** Escapes what a text has of certain parts. */
function writer(parts) {
	const pattern = new RegExp(parts.map(([source]) => `(${source})`).join("|"), "gi");
	return (text) => text.replace(pattern, (part, ...rest) => {
		const kind = parts[rest.findIndex((group) => group !== void 0)];
		const start = Number(rest[parts.length]);
		const end = start + part.length;
		const [before, after] = [text.charAt(start - 1), text.charAt(end)];
		return kind ? kind[1](part, {
			text,
			start,
			end,
			before,
			after
		}) : part;
	});
}
const write = writer(PARTS);
const writeWithPaths = writer([PATH, ...PARTS]);
/**
* Escapes what would mean something. What is written as code, as a link or with emphasis
* stays so, and names of schemas and paths become code.
*
* @param text - without line ends, its blanks single
*/
function inline(text) {
	if (!ACTIVE.test(text)) return text;
	return (text.includes("\\") ? writeWithPaths(text) : write(text)).replaceAll("*/", "*\\/");
}
/** Only an anchor that leads to the web: others are text. */
function anchor(part, { text, end }) {
	const [, target, label = ""] = /^<a\s[^<>]*href\s*=\s*["']?(https?:\/\/[^\s"'<>]+)["']?[^<>]*>([^<>]*)<\/a\s*>$/i.exec(part) ?? [];
	const address = target === void 0 ? void 0 : safeTarget(target);
	if (address === void 0) return escapeAll(part);
	const words = label.trim();
	if (words === "" || words === target) return addressLink(address, text, end);
	return `[${escapeAll(words)}](${address})`;
}
/** `` `like this' `` is not code but an old way of quoting. */
function quotedCode(part) {
	const inner = part.slice(1, -1);
	const apostrophes = inner.split("'").length - 1;
	return isCode(inner) && apostrophes % 2 === 0 ? part : escapeAll(part);
}
function link(part) {
	const middle = part.lastIndexOf("](");
	const label = part.slice(1, middle);
	const address = safeTarget(part.slice(middle + 2, -1));
	if (label.trim() === "" || address === void 0) return `${escapeAll(part.slice(0, middle))}]\\${part.slice(middle + 1)}`;
	return `[${label.replace(/(?<![a-z0-9])_|_(?![a-z0-9])/gi, "\\_")}](${address})`;
}
/** Emphasis begins and ends with a word: what is otherwise between such marks is something else. */
function emphasis(part, marks) {
	return /[\p{L}\p{N}.)!?]$/u.test(part.slice(0, -marks)) ? part : escapeAll(part);
}
/** What a name would be a part of, if it stood behind or before it. */
const FURTHER = /^(?:[\w@\-/\\`*~+%$#&>}|^]|:\w|\.[\d*])/;
const LETTER = /^[\p{L}\p{M}\p{N}]/u;
const APART = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Chinese and Japanese put no blank between a name and their own words. */
function joins(character) {
	return LETTER.test(character) && !APART.test(character);
}
function name(part, { text, end, before, after }) {
	return FURTHER.test(text.slice(end, end + 2)) || joins(after) || joins(before) ? part.replace(/^_+|(?<=[.:])_+/g, escapeAll) : codeSpan(part);
}
function entity(part) {
	const character = fromEntity(part);
	return character === void 0 ? `\\${part}` : escapeAll(character);
}
//#endregion
//#region src/codegen/documentation/line-start.ts
/** Words that mean something to Markdown where a line begins: marks of lists, headings, rules, tables. */
const MARK = /^(?:[-+*_=~#|:>]+|\d{1,9}[.)]|\|.*)$/;
/** Whether a line must not begin with a word. */
function isMark(word) {
	return MARK.test(word);
}
/** A word that means itself where a line begins. */
function escapedMark(word) {
	return /^\d/.test(word) ? `${word.slice(0, -1)}\\${word.slice(-1)}` : `\\${word}`;
}
/** A paragraph that is one: neither its first word nor a bracket makes it anything else. */
function startedSafely(text) {
	if (text.startsWith("[")) return `\\${text}`;
	const blank = text.indexOf(" ");
	const word = blank < 0 ? text : text.slice(0, blank);
	return isMark(word) ? escapedMark(word) + text.slice(word.length) : text;
}
//#endregion
//#region src/codegen/documentation/write-block.ts
/** Blocks as Markdown: each is a paragraph, its lines with line ends between them. */
/** A block as paragraphs. */
function writeBlock(block) {
	switch (block.kind) {
		case "text": return [paragraph(block.text)];
		case "list": return [list(block.items)];
		case "code": return code(block);
		case "table": return [table(block)];
	}
}
/** Text as one paragraph that begins nothing else. */
function paragraph(text) {
	return startedSafely(inline(text.replace(/\s+/g, " ").trim()));
}
function list(items) {
	/** Where the marks of each depth stand: where the text of the depth above does. */
	const indents = [0];
	return items.flatMap(({ depth, number, texts }) => {
		const mark = number === void 0 ? "- " : `${number}. `;
		const indent = indents[depth] ?? 0;
		indents[depth + 1] = indent + mark.length;
		const [first = "", ...further] = texts.map(paragraph);
		const below = further.flatMap((text) => ["", " ".repeat(indent + mark.length) + text]);
		return [`${" ".repeat(indent)}${mark}${first}`, ...below];
	}).join("\n");
}
/** What cannot be said in code, because nothing can be escaped there, is said in paragraphs. */
function code({ language, lines }) {
	if (lines.some((line) => /```|\*\/|\{@|(?:^|\s)@/.test(line))) return lines.map(paragraph);
	return [[
		"```" + language,
		...lines,
		"```"
	].join("\n")];
}
/** A table in columns if there is room for them. */
function table({ rows }) {
	const [head = [], ...body] = rows.map((row) => row.map((cell) => inline(cell.replace(/\s+/g, " ")).replaceAll("|", "\\|")));
	const widths = head.map((cell, column) => [cell, ...body.map((row) => row[column] ?? "")].reduce((widest, each) => Math.max(widest, textWidth(each)), 3));
	const roomy = widths.reduce((sum, width) => sum + width + 3, 1) <= 80;
	const row = (cells) => cells.map((cell, column) => {
		const room = roomy ? (widths[column] ?? 0) - textWidth(cell) : 0;
		return cell + " ".repeat(room);
	});
	const rule = widths.map((width) => "-".repeat(roomy ? width : 3));
	return [
		row(head),
		rule,
		...body.map(row)
	].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
//#endregion
//#region src/codegen/documentation/prose.ts
/** Texts of the MOF as Markdown that is safe in a comment. */
/** A sentence as most texts are: it means nothing but itself, wherever it is broken. */
const PLAIN = /^[A-Za-z"'(][A-Za-z0-9 ,;:'"()/?!%=+.$^-]*$/;
/**
* A text of the MOF as paragraphs of Markdown. A list, a table or code is one of them, with
* line ends between its lines.
*/
function prose(text) {
	if (text === void 0) return [];
	if (PLAIN.test(text) && !text.includes("  ") && !text.includes("//")) return [text.trimEnd()];
	return readBlocks(withoutTags(clean(text))).flatMap(writeBlock).filter((block) => block !== "");
}
/** Whether a paragraph is text, behind which more text can be put. */
function isText(block) {
	return !/^(?:- |\d+\. |```|\| )/.test(block);
}
//#endregion
//#region src/codegen/documentation/ideographs.ts
/** Where Chinese and Japanese, which have no blanks between words, may be broken: simple kinsoku rules. */
const WIDE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF01-\uFF60`;
/** What must not end a line. */
const OPENING = "（〔［｛〈《「『【〖〘“‘";
/** What must not begin one. */
const CLOSING = String.raw`、。，．：；？！）〕］｝〉》」』】〗〙々ゝゞヽヾ・…‥ー〜％‰”’ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ\p{M}.,:;!?)%`;
const ANY = new RegExp(`[${WIDE}]`, "u");
const PIECE = new RegExp(`[${OPENING}]*(?:[${WIDE}][${CLOSING}]*|[^${WIDE}${OPENING}]+)|[${OPENING}]+`, "gu");
/** Code and addresses, which are not broken. */
const WHOLE = /(?<!\\)`[^`]*`|<?(?:https?|ftp):\/\/[^\s>]*>?|\]\(\S*\)/g;
function hasIdeographs(word) {
	return ANY.test(word);
}
/** A word in the pieces between which a line may end. */
function piecesOf(word) {
	const pieces = [];
	let end = 0;
	for (const whole of word.matchAll(WHOLE)) {
		pieces.push(broken(word.slice(end, whole.index)), [whole[0]]);
		end = whole.index + whole[0].length;
	}
	return [...pieces, broken(word.slice(end))].flat();
}
function broken(text) {
	return text.match(PIECE) ?? [];
}
//#endregion
//#region src/codegen/documentation/wrap.ts
/** Breaks paragraphs of Markdown into lines that mean nothing else than the paragraph did. */
/**
* Breaks at blanks, and between ideographs. A word longer than the line stands alone, code
* and inline tags are not broken, and no line but the first begins like a list or a heading.
*/
function wrap(text, columns) {
	const width = widthOf(text);
	const lines = [];
	let line = "";
	let used = 0;
	/** Where the last word of the line begins. */
	let last = 0;
	for (const { text: piece, apart } of pieces(text)) {
		const blank = apart && line !== "" ? " " : "";
		const room = used + blank.length + width(piece);
		if (line === "" || room <= columns) {
			line += blank + piece;
			used = room;
			if (blank !== "") last = line.length - piece.length;
			continue;
		}
		const before = isMark(piece) && apart && last > 0 ? line.slice(last) : "";
		const carried = carries(before);
		lines.push(carried ? line.slice(0, last - 1) : line);
		line = carried ? `${before} ${piece}` : isMark(piece) ? escapedMark(piece) : piece;
		used = width(line);
		last = 0;
	}
	return [...lines, line];
}
/** Whether a word can begin the line of what is behind it and must not begin one. */
function carries(word) {
	return word !== "" && word.length <= 30 && !isMark(word);
}
function pieces(text) {
	const all = words(text);
	if (!hasIdeographs(text)) return all.map((word) => ({
		text: word,
		apart: true
	}));
	return all.flatMap((word) => {
		if (!hasIdeographs(word)) return [{
			text: word,
			apart: true
		}];
		return piecesOf(word).map((piece, index) => ({
			text: piece,
			apart: index === 0
		}));
	});
}
/** What blanks divide, except those in code and in inline tags. */
function words(text) {
	if (!text.includes("`") && !text.includes("{@")) return text.split(" ");
	const found = [];
	let begin = 0;
	for (let index = 0; index < text.length; index += 1) {
		const character = text[index];
		if (character === " ") {
			found.push(text.slice(begin, index));
			begin = index + 1;
		} else if (character === "\\") index += 1;
		else if (character === "`") index = closing(text, "`", index);
		else if (character === "{" && text[index + 1] === "@") index = closing(text, "}", index);
	}
	return [...found, text.slice(begin)];
}
function closing(text, mark, index) {
	const end = text.indexOf(mark, index + 1);
	return end < 0 ? index : end;
}
//#endregion
//#region src/codegen/comment.ts
/** Documentation comments. Nothing in a text can end the comment or become a tag. */
/**
* A comment of paragraphs, each wrapped at the print width; lists, tables and code as
* `prose` writes them. A paragraph that begins with a tag (`@returns`) is written by us,
* its text by `inlineProse`.
*
* @returns lines without a line end behind, or nothing when there is nothing to say
*/
function comment(paragraphs, indent) {
	const pad = " ".repeat(indent);
	const [only, ...more] = paragraphs;
	if (only === void 0) return void 0;
	if (more.length === 0 && isText(only) && fits(only, indent + 7)) return `${pad}/** ${only} */`;
	return `${pad}/**\n${paragraphs.flatMap((paragraph, index) => [...index > 0 ? [""] : [], ...linesOf(paragraph, 80 - indent - 3)]).map((line) => `${pad} *${line === "" ? "" : ` ${line}`}\n`).join("")}${pad} */`;
}
function linesOf(paragraph, columns) {
	if (isText(paragraph)) return wrap(paragraph, columns);
	const lines = paragraph.split("\n");
	return /^(?:```|\| )/.test(paragraph) ? lines : lines.flatMap((line) => itemLines(line, columns));
}
/** A line of a list: where it goes on, it stands below the text of the item. */
function itemLines(line, columns) {
	if (line === "") return [""];
	const [mark = ""] = /^ *(?:- |\d{1,9}\. )?/.exec(line) ?? [];
	const below = " ".repeat(mark.length);
	return wrap(line.slice(mark.length), columns - mark.length).map((text, index) => (index === 0 ? mark : below) + text);
}
//#endregion
//#region ../docs-lab/render.mts
writeFileSync("/tmp/w/docs-lab/rendered.txt", JSON.parse(readFileSync("/tmp/w/docs-lab/texts.json", "utf8")).map((t) => `// ${t.set} ${t.where}\n${comment(prose(t.text), 0)}\n`).join("\n"));
//#endregion
export {};
