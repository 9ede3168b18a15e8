"""statsmodels' side of benchmarks/statistics.sh: processor time of this process a fit."""
import sys, time, warnings
import numpy as np, pandas as pd, statsmodels
from statsmodels.miscmodels.ordinal_model import OrderedModel

warnings.simplefilter("ignore")
d = pd.read_csv(sys.argv[1])
x = d[[f"x{j}" for j in range(15)]]
print("statsmodels", statsmodels.__version__)
best = float("inf")
for _ in range(3):
    begin = time.process_time()
    fit = OrderedModel(d["y"], x, distr="logit").fit(method="bfgs", disp=0, maxiter=1000)
    best = min(best, time.process_time() - begin)
print(f"{'OrderedModel(logit).fit(bfgs)':42s} {1e6 * best:10.0f} us processor time")
print(f"check: x0 {fit.params['x0']:.10f}, logLik {fit.llf:.8f}")
