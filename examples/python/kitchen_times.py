#!/usr/bin/env python3
"""Plots how long each station of the kitchen took, from Fire's deliveries `order.status_updated`, which bring the history.

    kitchen_times.py OUT.png BODY.json...

Each body is one delivery, as a till kept it. Needs matplotlib.
"""

from __future__ import annotations

import argparse
import pathlib
import statistics
import textwrap
from collections import defaultdict

from matplotlib.figure import Figure

import tillwire
from tillwire import Progress


def minutes_by_station(order: tillwire.Order) -> dict[str, float]:
    """From when a station began to prepare the order until it was ready there, in minutes."""
    begun: dict[str, float] = {}
    taken: dict[str, float] = {}
    for step in order.steps:
        station = step.station or "kitchen"
        if step.at is None:
            continue
        if step.progress == Progress.PREPARING:
            begun.setdefault(station, step.at.timestamp())
        elif step.progress == Progress.READY and station in begun:
            taken[station] = (step.at.timestamp() - begun[station]) / 60
    return taken


def by_station(bodies: list[pathlib.Path]) -> dict[str, list[float]]:
    """The minutes of each station, an order counted once: each delivery brings its whole history again."""
    taken: dict[str, dict[str | None, float]] = defaultdict(dict)
    with tillwire.Verifier(tillwire.Platform.FIRE, scheme=tillwire.Scheme.DANGEROUSLY_ACCEPT_ANYONE) as reader:
        for body in bodies:
            # Kept deliveries were verified when they came.
            with reader.decode_unverified(body.read_bytes()) as event:
                for order in event.orders:
                    for station, minutes in minutes_by_station(order).items():
                        taken[station][order.id] = minutes
    return {station: list(minutes.values()) for station, minutes in sorted(taken.items())}


def plot(times: dict[str, list[float]], image: pathlib.Path) -> None:
    """A box for each station: the middle half of its orders, the median, and those far off as circles."""
    figure = Figure(figsize=(max(5, 1.6 * len(times)), 4), layout="constrained")
    axes = figure.subplots()
    axes.boxplot(list(times.values()))
    labels = [f"{textwrap.fill(station, 14)}\nn = {len(taken)}" for station, taken in times.items()]
    axes.set_xticks(range(1, len(times) + 1), labels)
    axes.set_ylim(bottom=0)
    axes.set_ylabel("minutes from begun to ready")
    axes.set_title("Kitchen times by station")
    figure.savefig(image)


def main() -> None:
    """Reads, prints, plots."""
    parser = argparse.ArgumentParser(description="Plots how long each station of the kitchen took.")
    parser.add_argument("image", type=pathlib.Path, metavar="OUT.png")
    parser.add_argument("bodies", type=pathlib.Path, nargs="+", metavar="BODY.json")
    arguments = parser.parse_args()
    times = by_station(arguments.bodies)
    if not times:
        parser.exit(1, "no station reported how long it took\n")
    for station, taken in times.items():
        print(f"{station}: median {statistics.median(taken):.1f} minutes, n = {len(taken)}")
    plot(times, arguments.image)


if __name__ == "__main__":
    main()
