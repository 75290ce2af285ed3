/* What the till prints: kitchen tickets, what changed since, and how far an order is. */
#include "till.h"

#include <stdio.h>

/* Text from outside never drives the printer: control characters become spaces. */
void print_text(const char *text) {
    for (; text && *text; text++)
        putchar((unsigned char)*text < 0x20 || *text == 0x7f ? ' ' : *text);
}

static void print_field(const char *label, const char *text) {
    if (text && *text) {
        printf("| %-10s ", label);
        print_text(text);
        putchar('\n');
    }
}

/* What people call the order; its id where the platform sends nothing better. */
const char *name_of(const tillwire_order *order) {
    const char *reference = tillwire_order_text(order, TILLWIRE_ORDER_REFERENCE, NULL);
    return reference ? reference : tillwire_order_text(order, TILLWIRE_ORDER_ID, NULL);
}

static void print_quantity(const tillwire_order *order, size_t line) {
    tillwire_money quantity;
    char text[TILLWIRE_FORMAT_SIZE] = "?";
    if (tillwire_line_money(order, line, TILLWIRE_LINE_QUANTITY, &quantity) == TILLWIRE_OK)
        tillwire_quantity_format(&quantity, text, sizeof text, NULL);
    printf("%s x ", text);
}

static void print_line(const tillwire_order *order, size_t line) {
    int64_t depth = 0, kind = 0, voided = 0;
    const char *note = tillwire_line_text(order, line, TILLWIRE_LINE_NOTES, NULL);
    const char *tag;
    size_t i;
    tillwire_line_int(order, line, TILLWIRE_LINE_DEPTH, &depth);
    tillwire_line_int(order, line, TILLWIRE_LINE_KIND, &kind);
    tillwire_line_int(order, line, TILLWIRE_LINE_VOIDED, &voided);
    printf("| %*s%s", (int)depth * 4, "", kind == TILLWIRE_ITEM_MODIFIER ? "+ " : "");
    print_quantity(order, line);
    print_text(tillwire_line_text(order, line, TILLWIRE_LINE_NAME, NULL));
    for (i = 0; (tag = tillwire_line_listed(order, line, TILLWIRE_LINE_KITCHEN_TAGS, i, NULL)) != NULL; i++) {
        printf(" [");
        print_text(tag);
        printf("]");
    }
    printf("%s\n", voided ? " ** VOID **" : "");
    if (note && *note) {
        printf("| %*s    \"", (int)depth * 4, "");
        print_text(note);
        printf("\"\n");
    }
}

/* The kitchen's journey, where the platform reports it. */
static void print_steps(const tillwire_order *order) {
    int64_t steps = 0;
    size_t i;
    tillwire_order_int(order, TILLWIRE_ORDER_STEP_COUNT, &steps);
    for (i = 0; i < (size_t)steps; i++) {
        char at[TILLWIRE_FORMAT_SIZE] = "";
        tillwire_time time;
        if (tillwire_step_time(order, i, TILLWIRE_STEP_AT, &time) == TILLWIRE_OK)
            tillwire_time_format(&time, at, sizeof at, NULL);
        printf("   %s ", at);
        print_text(tillwire_step_text(order, i, TILLWIRE_STEP_STATE, NULL));
        printf(" ");
        print_text(tillwire_step_text(order, i, TILLWIRE_STEP_STATION, NULL));
        putchar('\n');
    }
}

static void print_ticket(const tillwire_order *order) {
    tillwire_money total;
    int64_t fulfilment = 0, lines = 0;
    char amount[TILLWIRE_FORMAT_SIZE];
    size_t i;
    tillwire_order_int(order, TILLWIRE_ORDER_FULFILMENT, &fulfilment);
    tillwire_order_int(order, TILLWIRE_ORDER_LINE_COUNT, &lines);
    puts("+----------------------------------------");
    print_field("ORDER", name_of(order));
    print_field("from", tillwire_order_text(order, TILLWIRE_ORDER_CHANNEL, NULL));
    print_field("for", tillwire_name(TILLWIRE_NAMES_FULFILMENT, fulfilment));
    print_field("table", tillwire_order_text(order, TILLWIRE_ORDER_TABLE, NULL));
    print_field("due", tillwire_order_text(order, TILLWIRE_ORDER_TIME_SLOT, NULL));
    print_field("note", tillwire_order_text(order, TILLWIRE_ORDER_NOTES, NULL));
    puts("|");
    for (i = 0; i < (size_t)lines; i++)
        print_line(order, i);
    puts("|");
    if (tillwire_order_money(order, TILLWIRE_ORDER_TOTAL, &total) == TILLWIRE_OK &&
        tillwire_money_format(&total, amount, sizeof amount, NULL) == TILLWIRE_OK)
        printf("| total      %s%s%s\n", total.currency, *total.currency ? " " : "", amount);
    puts("+----------------------------------------");
}

static void print_status(const tillwire_order *order) {
    int64_t progress = 0;
    tillwire_order_int(order, TILLWIRE_ORDER_PROGRESS, &progress);
    printf("** order ");
    print_text(name_of(order));
    printf(" is now %s\n", tillwire_name(TILLWIRE_NAMES_PROGRESS, progress));
    print_steps(order);
}

/* One line that changed since the ticket was printed, with what stands below it. */
static void print_edit(const tillwire_changes *changes, size_t position, size_t rank) {
    int64_t edit = 0, at = 0, depth, lines = 0;
    const tillwire_order *order = tillwire_change_order(changes, position, TILLWIRE_CHANGE_NOW);
    tillwire_change_line(changes, position, rank, TILLWIRE_CHANGE_LINE_EDIT, &edit);
    if (tillwire_change_line(changes, position, rank, TILLWIRE_CHANGE_LINE_NOW, &at) != TILLWIRE_OK) {
        order = tillwire_change_order(changes, position, TILLWIRE_CHANGE_BEFORE);
        tillwire_change_line(changes, position, rank, TILLWIRE_CHANGE_LINE_BEFORE, &at);
    }
    tillwire_order_int(order, TILLWIRE_ORDER_LINE_COUNT, &lines);
    printf("| %s\n", tillwire_name(TILLWIRE_NAMES_EDIT, edit));
    do {
        print_line(order, (size_t)at++);
    } while (at < lines && tillwire_line_int(order, (size_t)at, TILLWIRE_LINE_DEPTH, &depth) == TILLWIRE_OK && depth > 0);
}

static void print_edits(const tillwire_changes *changes, const tillwire_order *order, size_t position) {
    int64_t edits = 0;
    size_t i;
    tillwire_change_int(changes, position, TILLWIRE_CHANGE_LINE_COUNT, &edits);
    puts("+----------------------------------------");
    print_field("CHANGED", name_of(order));
    puts("|");
    for (i = 0; i < (size_t)edits; i++)
        print_edit(changes, position, i);
    puts("+----------------------------------------");
}

/* Does what the book says. */
static void print_change(const tillwire_changes *changes, size_t position) {
    const tillwire_order *order = tillwire_change_order(changes, position, TILLWIRE_CHANGE_NOW);
    int64_t action = 0, before = 0, now = 0;
    tillwire_change_int(changes, position, TILLWIRE_CHANGE_ACTION, &action);
    tillwire_change_int(changes, position, TILLWIRE_CHANGE_PROGRESS_BEFORE, &before);
    tillwire_change_int(changes, position, TILLWIRE_CHANGE_PROGRESS, &now);
    switch (action) {
    case TILLWIRE_ACTION_PRINT:
        print_ticket(order);
        break;
    case TILLWIRE_ACTION_REPRINT:
        print_edits(changes, order, position);
        break;
    case TILLWIRE_ACTION_VOID:
        puts("** VOID the ticket");
        print_status(order);
        break;
    case TILLWIRE_ACTION_FETCH:
        printf("** order ");
        print_text(name_of(order));
        puts(" is not known in full: read it at the platform");
        break;
    case TILLWIRE_ACTION_UPDATE:
        if (now != before)
            print_status(order);
        break;
    default: /* nothing to print; a newer library may know more */
        break;
    }
}

void print_changes(const tillwire_changes *changes) {
    size_t i, count = tillwire_changes_count(changes);
    for (i = 0; i < count; i++)
        print_change(changes, i);
    fflush(stdout);
}
