/** What FHIR R4 asks of a collection of observations about one patient, in sentences about what is amiss. */

/** `dateTime` to the second, and `instant`, as the specification's own patterns have them. */
const moment =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))$/;
const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const statuses = [
  ...['registered', 'preliminary', 'final', 'amended', 'corrected', 'cancelled'],
  ...['entered-in-error', 'unknown'],
];

type Fields = Record<string, unknown>;

const asFields = (value: unknown): Fields => (value ?? {}) as Fields;
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export function faultsOf(bundle: unknown): string[] {
  const { resourceType, type, timestamp, entry } = asFields(bundle);
  const entries = asList(entry).map(asFields);
  const urls = entries.map(({ fullUrl }) => String(fullUrl));
  const patients = entries.filter(
    (each) => asFields(each['resource'])['resourceType'] === 'Patient',
  );
  return [
    ...(resourceType === 'Bundle' && type === 'collection' ? [] : ['it is no collection']),
    ...(moment.test(String(timestamp)) ? [] : [`its time is ${String(timestamp)}`]),
    ...(patients.length === 1 ? [] : [`it has ${String(patients.length)} patients`]),
    // bdl-7
    ...(new Set(urls).size === urls.length ? [] : ['an address stands twice']),
    ...urls.filter((url) => !uuid.test(url)).map((url) => `the address ${url}`),
    ...blanksOf(bundle, 'Bundle'),
    ...entries.flatMap(({ resource }) => {
      const { resourceType: kind } = asFields(resource);
      if (kind === 'Patient') return [];
      return kind === 'Observation'
        ? observationFaults(asFields(resource), urls)
        : [`a resource ${String(kind)}`];
    }),
  ];
}

/** JSON of FHIR has no null, and nothing that is empty. */
function blanksOf(value: unknown, at: string): string[] {
  if (value === null || value === '') return [`${at} is blank`];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${at} is no number`];
  if (typeof value !== 'object') return [];
  const inside = Object.entries(value);
  return inside.length === 0
    ? [`${at} is empty`]
    : inside.flatMap(([name, each]) => blanksOf(each, `${at}.${name}`));
}

function observationFaults(fields: Fields, urls: readonly string[]): string[] {
  const { status, code, category, subject, performer, derivedFrom, issued, effectivePeriod } =
    fields;
  const { start, end } = asFields(effectivePeriod);
  const references = [subject, ...asList(performer), ...asList(derivedFrom)].map(
    (each) => asFields(each)['reference'],
  );
  const parts = asList(fields['component']).map(asFields);
  return [
    ...(statuses.includes(String(status)) ? [] : [`the status ${String(status)}`]),
    ...[code, ...asList(category), ...parts.map((part) => part['code'])].flatMap(conceptFaults),
    ...[start, end, ...(issued === undefined ? [] : [issued])]
      .filter((each) => !moment.test(String(each)))
      .map((each) => `the time ${String(each)}`),
    // per-1
    ...(Date.parse(String(start)) <= Date.parse(String(end)) ? [] : ['it ends before it begins']),
    ...references
      .filter((each) => !urls.includes(String(each)))
      .map((each) => `${String(each)} is nowhere`),
    // An observation without parts has a value; so has each part.
    ...[...(parts.length === 0 ? [fields] : []), ...parts].flatMap(valueFaults),
  ];
}

function conceptFaults(concept: unknown): string[] {
  const codings = asList(asFields(concept)['coding']).map(asFields);
  const isWhole = codings.every(
    ({ system, code }) => /^https?:\/\/\S+$/.test(String(system)) && /^\S+$/.test(String(code)),
  );
  return codings.length > 0 && isWhole ? [] : ['a code without its system'];
}

function valueFaults(fields: Fields): string[] {
  const values = Object.keys(fields).filter((name) => name.startsWith('value'));
  if (values.length !== 1) return [`${String(values.length)} values`];
  const { valueQuantity, valueInteger, valueBoolean } = fields;
  if (typeof valueBoolean === 'boolean' || Number.isInteger(valueInteger)) return [];
  const { value, unit, system, code } = asFields(valueQuantity);
  // qty-3
  return typeof value === 'number' && unit === code && system === 'http://unitsofmeasure.org'
    ? []
    : ['a quantity without its unit'];
}
