import type { Item } from '../../../../domain/attribute-value.ts';
import type { Random } from './random.ts';
import { identifier, minutesOfYear, none, number, text, time, yesNo } from './words.ts';

const givenNames = [
  'Ama',
  'Björn',
  'Chidi',
  'Dolores',
  'Émile',
  'Farah',
  'Giulia',
  'Hiroshi',
  'Ines',
  'Jürgen',
  'Kofi',
  'Leïla',
  'Mei',
  'Niamh',
  'Oluwaseun',
  'Priya',
  'Renée',
  'Søren',
  'Tomáš',
  'Zoë',
] as const;

const familyNames = [
  'Adjapon',
  'Björk',
  'Castillo',
  'Dubois',
  'Eze',
  'Fontaine',
  'García',
  'Hassan',
  'Ivanova',
  'Jensen',
  'Kowalski',
  'Lindqvist',
  'Mensah',
  'Nakamura',
  "O'Brien",
  'Papadopoulos',
  'Rossi',
  'Şahin',
  'Tanaka',
  'Ünal',
] as const;

type City = readonly [name: string, country: string, postcode: string];

const cities: readonly [City, ...City[]] = [
  ['Accra', 'GH', 'GA-184'],
  ['København', 'DK', '1050'],
  ['Lyon', 'FR', '69002'],
  ['Kraków', 'PL', '31-019'],
  ['東京', 'JP', '100-0001'],
  ['São Paulo', 'BR', '01310-100'],
  ['Galway', 'IE', 'H91 E9K8'],
];

const interests = ['books', 'coffee ☕', 'cycling 🚲', 'garden', 'maps', 'music 🎻'] as const;

/** The key by which all of a customer's items are found together. */
export const customerKey = (customer: number) => `CUSTOMER#${identifier('c', customer)}`;

/** A customer's profile: reached by the customer, and through GSI1 by its email address. */
export function makeCustomer(customer: number, random: Random): Item {
  const given = random.pick(givenNames);
  const family = random.pick(familyNames);
  const [city, country, postcode] = random.pick(cities);
  const email = `${identifier('c', customer)}@example.com`;
  return {
    pk: text(customerKey(customer)),
    sk: text('PROFILE'),
    gsi1pk: text(`EMAIL#${email}`),
    gsi1sk: text(customerKey(customer)),
    type: text('customer'),
    name: text(`${given} ${family}`),
    email: text(email),
    phone: random.oneIn(4) ? none : text(`+${random.digits(11)}`),
    newsletter: yesNo(random.oneIn(2)),
    points: number(random.whole(0, 20_000)),
    interests: { SS: random.some(interests) },
    address: {
      M: {
        street: text(`${random.whole(1, 240)} Harbour Road`),
        city: text(city),
        postcode: text(postcode),
        country: text(country),
        location: {
          M: { latitude: number(`${random.whole(-80, 80)}.${random.digits(6)}`), floor: none },
        },
      },
    },
    joined: text(time(random.whole(0, minutesOfYear / 2))),
    ...(random.oneIn(5) ? { note: text('') } : {}),
  };
}
