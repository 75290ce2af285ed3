/* An amount: its layout is frozen. */
#include "tillwire.h"

#define IS(name, condition) typedef char name[(condition) ? 1 : -1]

extern const tillwire_money money;

IS(money_size, sizeof(tillwire_money) == 16);
IS(money_units, offsetof(tillwire_money, units) == 0);
IS(money_scale, offsetof(tillwire_money, scale) == 8);
IS(money_currency, offsetof(tillwire_money, currency) == 12);
IS(money_currency_size, sizeof money.currency == 4);
