#!/usr/bin/env python3
"""PyTorch on a network of a profile, by its recipe: a line of JSON.

    apt-get install -y python3-torch
    /usr/bin/python3 bench/peers/torch_train.py DATA --out DIR --seed 1

DATA holds MNIST's four IDX files, unpacked; the trained weights go to DIR/model.pt before they are
scored. SGD with Nesterov momentum; label smoothing; a learning rate that climbs for a fifth of the
steps and then falls to nothing.

By default it is what the quick profile began as: the compact network on crops of 22 by 22 that move by
up to a pixel, eight images together; 2,376 steps of 32, 76,000 images, on one thread. The deep network,
that of the profile best, sees whole images. With --warp each image is moved, turned, scaled and slanted
by a draw of its own, before it is cropped.
"""
import argparse
import json
import math
import pathlib
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

GROUP, SIDE, MARGIN = 8, 22, 3
SHIFT, DEGREES, SCALE, SHEAR = 2 / 13.5, 12, 0.12, 0.15
MEAN, DEVIATION = 0.1307, 0.3081
PAPER = -MEAN / DEVIATION

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
parser.add_argument("data", type=pathlib.Path)
parser.add_argument("--out", type=pathlib.Path, required=True)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--network", choices=["compact", "deep"], default="compact")
parser.add_argument("--warp", type=float, help="ranges of the draws, 1 for those of the profile best")
parser.add_argument("--width", type=float, default=1, help="factor on the channels of convolutions")
parser.add_argument("--batch", type=int, default=32)
parser.add_argument("--rate", type=float, default=0.2, help="the highest learning rate")
parser.add_argument("--smoothing", type=float, default=0.1, help="share of the target that is spread evenly")
parser.add_argument("--average", type=float, help="decay of a moving average of the weights, which is kept")
parser.add_argument("--steps", type=int, default=2376)
parser.add_argument("--threads", type=int, default=1)
options = parser.parse_args()
if options.network == "deep" and options.warp is None:
    options.warp = 1.0

start = time.perf_counter()
torch.set_num_threads(options.threads)
torch.manual_seed(options.seed)


def read(name):
    """Pixels [images, 1, 28, 28], standardised, and labels [images]."""
    pixels = numpy.fromfile(options.data / f"{name}-images-idx3-ubyte", numpy.uint8)[16:]
    labels = numpy.fromfile(options.data / f"{name}-labels-idx1-ubyte", numpy.uint8)[8:]
    images = torch.from_numpy(pixels.reshape(-1, 1, 28, 28).astype(numpy.float32) / 255)
    return (images - MEAN) / DEVIATION, torch.from_numpy(labels.astype(numpy.int64))


def crop(images, top=MARGIN, left=MARGIN):
    return images[:, :, top:top + SIDE, left:left + SIDE]


def cropped(images):
    """Each group of images moved by whole pixels, cut out in the middle."""
    groups = images.split(GROUP)
    corners = torch.randint(MARGIN - 1, MARGIN + 2, (len(groups), 2)).tolist()
    return torch.cat([crop(group, *corner) for group, corner in zip(groups, corners)])


def warped(images):
    """Each image scaled, slanted, turned and moved about its centre; what enters the frame is paper."""
    draws = options.warp * (torch.rand(5, len(images)) * 2 - 1)
    scale, shear = 1 + SCALE * draws[0], SHEAR * draws[1]
    angle, right, down = DEGREES * math.pi / 180 * draws[2], SHIFT * draws[3], SHIFT * draws[4]
    cos, sin = angle.cos(), angle.sin()
    # Backwards: where in the source each target pixel comes from.
    xx, xy = (cos + shear * sin) / scale, -(sin - shear * cos) / scale
    yx, yy = sin / scale, cos / scale
    there = torch.stack([xx, xy, -xx * right - xy * down, yx, yy, -yx * right - yy * down], 1)
    grid = functional.affine_grid(there.view(-1, 2, 3), images.shape, align_corners=True)
    return functional.grid_sample(images - PAPER, grid, align_corners=True) + PAPER


def block(ins, outs, pool):
    layers = [nn.Conv2d(ins, outs, 3, bias=False)] + ([nn.MaxPool2d(2)] if pool else [])
    return layers + [nn.BatchNorm2d(outs), nn.ReLU()]


def share_of_peak(step):
    done = step / options.steps
    return done / 0.2 if done < 0.2 else (1 - done) / 0.8


images, labels = read("train")
test_images, test_labels = read("t10k")

def wide(channels):
    """Whole fours, as the network of the profile has them; a half is rounded up."""
    return max(4, 4 * math.floor(channels * options.width / 4 + 0.5))


# Of each block its channels, and whether it pools; and how many places are left for the scores.
BLOCKS, PLACES = {
    "compact": ([(8, True), (24, True), (64, False)], 4),
    "deep": ([(12, False), (16, True), (32, False), (32, True)], 16),
}[options.network]
CHANNELS = [1] + [wide(channels) for channels, _ in BLOCKS]
view = {"compact": crop, "deep": lambda images: images}[options.network]

model = nn.Sequential(
    *(layer for ins, outs, (_, pool) in zip(CHANNELS, CHANNELS[1:], BLOCKS)
      for layer in block(ins, outs, pool)),
    nn.Flatten(), nn.Linear(PLACES * CHANNELS[-1], 10),
)
for layer in model:
    if isinstance(layer, (nn.Conv2d, nn.Linear)):
        nn.init.kaiming_normal_(layer.weight)
with torch.no_grad():
    model[-1].weight.mul_(0.1)
    model[-1].bias.zero_()
model = model.to(memory_format=torch.channels_last)

optimizer = torch.optim.SGD(
    model.parameters(), options.rate, momentum=0.9, nesterov=True, weight_decay=5e-4, foreach=True
)
schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, share_of_peak)
criterion = nn.CrossEntropyLoss(label_smoothing=options.smoothing)

epochs = -(-options.steps * options.batch // len(images))
order = torch.cat([torch.randperm(len(images)) for _ in range(epochs)])

weights = list(model.parameters())
averages = [weight.detach().clone() for weight in weights] if options.average else []

for step in range(options.steps):
    chosen = order[step * options.batch:(step + 1) * options.batch]
    some = cropped(images[chosen]) if options.warp is None else view(warped(images[chosen]))
    batch = some.contiguous(memory_format=torch.channels_last)
    optimizer.zero_grad(set_to_none=True)
    criterion(model(batch), labels[chosen]).backward()
    optimizer.step()
    schedule.step()
    if averages:
        # A short run is not to be dominated by the initial weights.
        kept = min(options.average, step / (step + 10))
        torch._foreach_mul_(averages, kept)
        torch._foreach_add_(averages, [weight.detach() for weight in weights], alpha=1 - kept)

with torch.no_grad():
    for weight, average in zip(weights, averages):
        weight.copy_(average)
torch.save(model.state_dict(), options.out / "model.pt")
seconds = time.perf_counter() - start

model.eval()
right = 0
with torch.no_grad():
    for some, wanted in zip(view(test_images).split(1000), test_labels.split(1000)):
        right += (model(some).argmax(1) == wanted).sum().item()

print(json.dumps({
    "peer": f"PyTorch {torch.__version__}",
    "testAccuracy": right / len(test_labels),
    "secondsAfterImports": round(seconds, 2),
}))
