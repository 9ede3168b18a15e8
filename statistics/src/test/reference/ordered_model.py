"""Reference values from statsmodels' OrderedModel.

    /usr/bin/python3 ordered_model.py ../resources/ordinal

Reads panel.csv, writes statsmodels.csv (case,quantity,name,value). BFGS, then Newton on statsmodels' own derivatives until the
largest gradient is below 1e-9 (its own optimisers stop earlier). Thresholds are mapped back from its log-increments.
Also shows what it does with a duplicated column.
"""
import sys, warnings
import numpy as np, pandas as pd, scipy, statsmodels
from statsmodels.miscmodels.ordinal_model import OrderedModel

warnings.simplefilter("ignore")
out = sys.argv[1] if len(sys.argv) > 1 else "."
d = pd.read_csv(f"{out}/panel.csv")
d["lgdp"] = np.log(d["gdp"])
names = ["prosecution", "protection", "lgdp", "ally"]
rows = [("(all)", "call", f"statsmodels {statsmodels.__version__}; scipy {scipy.__version__}; numpy {np.__version__}", "0")]

for link in ("logit", "probit"):
    model = OrderedModel(d["tier"], d[names], distr=link)
    fit = model.fit(method="bfgs", disp=0, maxiter=2000, gtol=1e-8)
    at = np.asarray(fit.params, dtype=float)
    for _ in range(20):
        g = np.asarray(model.score(at)).ravel()
        if np.max(np.abs(g)) < 1e-9:
            break
        at = at - np.linalg.solve(np.asarray(model.hessian(at)), g)
    rows.append((link, "call", f"OrderedModel(tier; {' '.join(names)}; distr={link}).fit(bfgs) then Newton", "0"))
    cuts = model.transform_threshold_params(at)[1:-1]
    for name, value in zip(names, at[: len(names)]):
        rows.append((link, "estimate", name, repr(float(value))))
    for name, value in zip(["1|2", "2|3", "3|4"], cuts):
        rows.append((link, "estimate", name, repr(float(value))))
    rows.append((link, "logLik", "", repr(float(model.loglike(at)))))
    rows.append((link, "gradient", "", repr(float(np.max(np.abs(np.asarray(model.score(at))))))))

d["copy"] = d["ally"]
fit = OrderedModel(d["tier"], d[names + ["copy"]], distr="logit").fit(method="bfgs", disp=0, maxiter=2000)
rows.append(("duplicate", "call", "OrderedModel with ally twice", "0"))
rows.append(("duplicate", "converged", "", str(int(fit.mle_retvals["converged"]))))
rows.append(("duplicate", "estimate", "ally", repr(float(fit.params["ally"]))))
rows.append(("duplicate", "estimate", "copy", repr(float(fit.params["copy"]))))
pd.DataFrame(rows, columns=["case", "quantity", "name", "value"]).to_csv(f"{out}/statsmodels.csv", index=False)
