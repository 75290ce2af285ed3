#!/usr/bin/env python3
"""Plots how long each station of the kitchen took, from Fire's deliveries `order.status_updated`, which bring the history.

    kitchen_times.py OUT.png BODY.json...

Each body is one delivery, as a till kept it. Needs matplotlib.
"""

from __future__ import annotations

import pathlib
import statistics
import sys
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


def main() -> None:
    """Reads, prints, plots."""
    image, *bodies = sys.argv[1:]
    times = defaultdict(list)
    with tillwire.Verifier(tillwire.Platform.FIRE, scheme=tillwire.Scheme.DANGEROUSLY_ACCEPT_ANYONE) as reader:
        for body in bodies:
            # Kept deliveries were verified when they came.
            with reader.decode_unverified(pathlib.Path(body).read_bytes()) as event:
                for order in event.orders:
                    for station, minutes in minutes_by_station(order).items():
                        times[station].append(minutes)
    if not times:
        sys.exit("no station reported how long it took")
    for station, taken in sorted(times.items()):
        print(f"{station}: {len(taken)} orders, {statistics.median(taken):.1f} minutes in the middle")
    figure = Figure()
    axes = figure.subplots()
    axes.boxplot(list(times.values()))
    axes.set_xticks(range(1, len(times) + 1), list(times))
    axes.set_ylabel("minutes")
    figure.savefig(image)


if __name__ == "__main__":
    main()
