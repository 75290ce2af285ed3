//! Reading orders.
//!
//! <https://developer.klikit.io/partner-api/api-reference/orders/list-orders>, …/get-one-order, …/count-orders-currently-returns-an-empty-object

use super::order::{self, Order};
use super::refusal::Refusal;
use super::{Klikit, Reply};
use crate::clock::{self, DAY};
use crate::context::{Call, Context};

/// Assumption: the size of a page that the published example shows.
const USUAL_PAGE: u64 = 20;
const LONGEST_RANGE: i64 = 90 * DAY;

/// Which orders are wanted.
#[derive(Default)]
struct Wanted {
    from: Option<i64>,
    to: Option<i64>,
    status: Option<String>,
    branch: Option<u64>,
    provider: Option<u64>,
}

impl Wanted {
    fn read(call: &Call<'_>, now: i64) -> Result<Self, Refusal> {
        let time = |name| match call.query(name) {
            None => Ok(None),
            Some(text) => clock::parse(text)
                .map(Some)
                .ok_or(Refusal::Invalid("from and to must be RFC 3339 date-times")),
        };
        let id = |name| match call.query(name) {
            None => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| Refusal::Invalid("ids must be integers")),
        };
        let wanted = Self {
            from: time("from")?,
            to: time("to")?,
            status: call.query("status").map(str::to_lowercase),
            branch: id("branch_id")?,
            provider: id("provider_id")?,
        };
        // Assumption: a window without an end ends now, one without a beginning has no limit.
        if let Some(from) = wanted.from {
            let length = wanted.to.unwrap_or(now).saturating_sub(from);
            if length > LONGEST_RANGE || wanted.to.is_some_and(|to| to < from) {
                return Err(Refusal::InvalidRange);
            }
        }
        Ok(wanted)
    }

    fn has(&self, order: &Order) -> bool {
        let created = crate::shelf::Record::created(order);
        self.from.is_none_or(|from| created >= from)
            && self.to.is_none_or(|to| created < to)
            && self.branch.is_none_or(|branch| branch == order.branch())
            && self.provider.is_none_or(|provider| provider == order.provider)
            // Assumption: a status is given by its id or by its word.
            && self
                .status
                .as_deref()
                .is_none_or(|status| status == order.status.word() || status == order.status.id().to_string())
    }
}

impl Klikit {
    /// A page of orders, the newest first; afterwards new ones may arrive and old ones move on.
    pub(super) fn list(&mut self, call: &Call<'_>, context: &mut Context<'_>) -> Reply {
        let wanted = Wanted::read(call, context.now)?;
        let positive = || Refusal::Invalid("page and size must be positive integers");
        let page = call.count("page", 1).ok_or_else(positive)?;
        let size = call.count("size", USUAL_PAGE).ok_or_else(positive)?;
        // Assumption: a larger page than the largest is cut to it, and `size` says so.
        let size = size.min(context.settings.klikit.largest_page);
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let before = count(page.saturating_sub(1).saturating_mul(size));
        let found = self.orders.newest_first().filter(|(_, order)| wanted.has(order));
        let found = found.skip(before).take(count(size));
        let orders: Vec<_> = found.map(|(number, order)| order.whole(number)).collect();
        let orders = orders.join(",");
        let total = self.orders.newest_first().filter(|(_, order)| wanted.has(order)).count();
        self.go_on(context);
        Ok(format!("{{\"orders\":[{orders}],\"page\":{page},\"size\":{size},\"total\":{total}}}"))
    }

    pub(super) fn one(&self, id: &str) -> Reply {
        let number = order::number(id).ok_or(Refusal::NotFound)?;
        Ok(self.orders.get(number).ok_or(Refusal::NotFound)?.whole(number))
    }

    /// It takes the list's filters and answers nothing, as published.
    pub(super) fn count(call: &Call<'_>, context: &Context<'_>) -> Reply {
        Wanted::read(call, context.now).map(|_| "{}".to_owned())
    }

    /// What happens at the platform while a client turns the page.
    fn go_on(&mut self, context: &mut Context<'_>) {
        let common = context.settings.klikit.common.clone();
        for _ in 0..common.arrive_per_page {
            self.place(context.now, context);
        }
        let count = usize::try_from(common.advance_per_page).unwrap_or(usize::MAX);
        let open = self.orders.oldest_first().filter_map(|(number, order)| Some((number, order.next()?)));
        let steps: Vec<_> = open.take(count).collect();
        for (number, step) in steps {
            if self.orders.get_mut(number).and_then(|order| order.step(step, context.now)).is_some() {
                self.announce(number, super::STATUS_UPDATED, context);
            }
        }
    }
}
