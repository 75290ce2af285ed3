/* What the till's files share. */
#ifndef TILL_H
#define TILL_H

#include "tillwire.h"

/* The label of the account at each platform. A till that serves several shops has one for each. */
#define SHOP "shop"

/* till.c */
extern tillwire_book *book;

/* Says what went wrong, and ends. */
void stop(const char *what, tillwire_error *error);

/* Keeps the book: whole, or not at all. Returns 0 where it could not. */
int keep_book(void);

/* ticket.c */

/* Prints text from outside, which never drives the printer: control characters become spaces. */
void print_text(const char *text);

/* What people call the order; its id where the platform sends nothing better. */
const char *name_of(const tillwire_order *order);

/* Prints what the book says is to be printed. */
void print_changes(const tillwire_changes *changes);

/* platforms.c */

/* Makes the accounts of the platforms whose addresses are set. */
void open_platforms(void);
void close_platforms(void);

/* Reads orders in full where the platform asks for it, and tells it how far they are. */
void work_on(const tillwire_changes *changes);

/* Reads what was missed. */
void catch_up(void);

#endif
