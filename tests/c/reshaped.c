/* Orders of Fire flows whose body template was edited: located, read by field and by path. */
#include "check.h"

#define NOW 1778030580
#define FLAT "fire/flattened-body.json"
#define RENAMED "fire/renamed-keys.json"

static tillwire_settings *settings;

static void locate(const char *canonical, const char *actual, int32_t wanted) {
    CHECK_CALL(wanted, tillwire_settings_add_location(settings, canonical, actual, &error));
}

/* Settings for a flow, without a location. */
static void begin(void) {
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_new(TILLWIRE_PLATFORM_FIRE, &settings, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_add_secret(settings, SECRET, strlen(SECRET), &error));
}

static tillwire_verifier *verifier_of_settings(void) {
    tillwire_verifier *verifier = NULL;
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_new(settings, &verifier, &error));
    locate("$.x", "$.y", TILLWIRE_E_SETTING);
    tillwire_settings_free(settings);
    return verifier;
}

/* Opens a signed delivery; changed by one byte, it is refused. */
static tillwire_event *open_vector(const tillwire_verifier *verifier, const char *folder, const char *name) {
    tillwire_headers *headers = NULL;
    tillwire_event *event = NULL, *forged = UNTOUCHED;
    const uint8_t *kept;
    size_t len = 0, kept_len = 0;
    uint8_t *body = read_vector(folder, name, &len);
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_sign(verifier, body, len, NOW, &headers, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_open(verifier, headers, body, len, NOW, &event, &error));
    kept = tillwire_event_body(event, &kept_len);
    CHECK(kept_len == len && memcmp(kept, body, len) == 0);
    body[len / 2] ^= 1;
    CHECK_CALL(TILLWIRE_E_SIGNATURE_MISMATCH,
               tillwire_verifier_open(verifier, headers, body, len, NOW, &forged, &error));
    CHECK(forged == NULL);
    free(body);
    tillwire_headers_free(headers);
    return event;
}

static void amount(const tillwire_event *event, const char *path, int32_t scale, int64_t units, int32_t places,
                   const char *currency) {
    tillwire_money money = {9, 9, "ZZZ"};
    CHECK_CALL(TILLWIRE_OK, tillwire_event_money(event, path, scale, &money, &error));
    CHECK_INT(money.units, units);
    CHECK_INT(money.scale, places);
    CHECK_TEXT(money.currency, currency);
}

static void no_amount(const tillwire_event *event, const char *path, int32_t scale, int32_t wanted) {
    tillwire_money money = {9, 9, "ZZZ"};
    CHECK_CALL(wanted, tillwire_event_money(event, path, scale, &money, &error));
    CHECK(money.units == 0 && money.scale == 0 && money.currency[0] == '\0');
}

static void flattened(const char *folder) {
    static const int32_t by_place = TILLWIRE_SCALE_BY_PLACE;
    tillwire_verifier *verifier;
    tillwire_event *event;
    const tillwire_order *order;
    tillwire_money total;
    size_t len = 9;
    begin();
    locate("$.data", "$", TILLWIRE_OK);
    verifier = verifier_of_settings();
    event = open_vector(verifier, folder, FLAT);
    order = tillwire_event_order(event, 0);
    CHECK_TEXT(tillwire_order_text(order, TILLWIRE_ORDER_REFERENCE, NULL), "OC-br-001");
    CHECK_INT(tillwire_order_money(order, TILLWIRE_ORDER_TOTAL, &total), TILLWIRE_OK);
    CHECK(total.units == 229000 && total.scale == 4 && strcmp(total.currency, "BRL") == 0);
    CHECK(tillwire_event_raw(event, "$.orderCode", &len) != NULL);
    CHECK(tillwire_event_raw(event, "$.data", &len) == NULL && len == 0);

    amount(event, "$.payments.totals[0].total", by_place, 229000, 4, "BRL");
    amount(event, "$.payments.metadata.fiscal.vTotTrib", by_place, 31600, 4, "BRL");
    amount(event, "$.orderLines[0].metadata.fiscal.vTotTrib", by_place, 316, 2, "BRL");
    amount(event, "$.payments.paymentMethods[0].changeAmount", by_place, 0, 0, "BRL");
    amount(event, "$.payments.totals[0].total", 0, 229000, 0, "BRL");
    amount(event, "$.payments.totals[0].taxes[0].rate", 2, 4, 4, "BRL");
    no_amount(event, "$.payments.totals[0].taxes[0].rate", by_place, TILLWIRE_E_UNIT);
    no_amount(event, "$.payments.totals[0].tip", by_place, TILLWIRE_ABSENT);
    no_amount(event, "payments", 2, TILLWIRE_ABSENT);
    no_amount(event, "$.orderCode", 2, TILLWIRE_E_NOT_A_NUMBER);
    no_amount(event, "$.payments", 2, TILLWIRE_E_NOT_A_NUMBER);
    no_amount(event, "$.payments.totals[0].total", -2, TILLWIRE_E_ARGUMENT);
    no_amount(event, "$.payments.totals[0].total", 29, TILLWIRE_E_ARGUMENT);
    tillwire_event_free(event);
    tillwire_verifier_free(verifier);
}

static void renamed(const char *folder) {
    static const char *const places[][2] = {
        {"$.event.type", "$.head.kind"},
        {"$.event.id", "$.head.no"},
        {"$.data", "$.order"},
        {"$.data.orderId", "$.order.id"},
        {"$.data.orderLines", "$.order.items"},
        {"$.data.payments", "$.order.paid"},
        {"$.data.payments.totals", "$.order.paid.sums"},
        {"$.data.client.name", "$.order.client[\"given name\"]"},
    };
    tillwire_verifier *verifier;
    tillwire_event *event;
    const uint8_t *raw, *whole;
    int64_t number = 9;
    size_t i, len = 0;
    begin();
    for (i = 0; i < sizeof places / sizeof *places; i++) {
        locate(places[i][0], places[i][1], TILLWIRE_OK);
    }
    verifier = verifier_of_settings();
    event = open_vector(verifier, folder, RENAMED);
    CHECK_INT(tillwire_event_int(event, TILLWIRE_EVENT_KIND, &number), TILLWIRE_OK);
    CHECK_INT(number, TILLWIRE_KIND_ORDER_SETTLED);
    CHECK_TEXT(tillwire_event_text(event, TILLWIRE_EVENT_ID, NULL), "0d6e8a1c-1e7a-4b4f-8a3a-74ab0e9a9b21");
    amount(event, "$.order.paid.sums[0].total", TILLWIRE_SCALE_BY_PLACE, 229000, 4, "BRL");

    /* A problem is where it was received. */
    CHECK_TEXT(tillwire_problem_text(event, 0, TILLWIRE_PROBLEM_PATH, NULL), "$.order.paid.sums[0].discountValue");
    CHECK_INT(tillwire_problem_int(event, 0, TILLWIRE_PROBLEM_OFFSET, &number), TILLWIRE_OK);
    raw = tillwire_event_raw(event, "$.order.paid.sums[0].discountValue", &len);
    whole = tillwire_event_body(event, &len);
    CHECK_INT(number, raw - whole);
    tillwire_event_free(event);
    tillwire_verifier_free(verifier);
}

static void refused(void) {
    char canonical[16];
    int i;
    begin();
    locate("data", "$", TILLWIRE_E_SETTING);
    locate("", "$", TILLWIRE_E_SETTING);
    locate("$.orders[0]", "$", TILLWIRE_E_SETTING);
    locate("$.data", "order", TILLWIRE_E_SETTING);
    /* What was refused has not used the settings up, nor the place. */
    locate("$.data", "$.order", TILLWIRE_OK);
    locate("$[\"data\"]", "$", TILLWIRE_E_SETTING);
    for (i = 1; i < 64; i++) {
        snprintf(canonical, sizeof canonical, "$.a%d", i);
        locate(canonical, "$", TILLWIRE_OK);
    }
    locate("$.one_more", "$", TILLWIRE_E_SETTING);
    tillwire_settings_free(settings);
}

int main(int argc, char **argv) {
    CHECK(argc > 1);
    flattened(argv[1]);
    renamed(argv[1]);
    refused();
    return 0;
}
