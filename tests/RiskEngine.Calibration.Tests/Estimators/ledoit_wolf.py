"""Figures for LedoitWolfTests: both estimators of Ledoit and Wolf (2004), written apart from the project, element by element.

The data are given by a formula, so that nothing has to be read: x[t][i] = sin(1 + 3 t + 2 i) + i cos(t) / 2, for 24 times and 4 columns.
Run with any Python 3; it prints intensity, target and the shrunk correlations.
"""
from math import cos, sin, sqrt

T, N = 24, 4
X = [[sin(1 + 3 * t + 2 * i) + i * cos(t) / 2 for i in range(N)] for t in range(T)]
MEAN = [sum(row[i] for row in X) / T for i in range(N)]
X = [[row[i] - MEAN[i] for i in range(N)] for row in X]


def covariance(x):
    return [[sum(r[i] * r[j] for r in x) / T for j in range(N)] for i in range(N)]


def show(name, intensity, target, correlation):
    print(name, f"intensity {intensity:.10f} target {target:.10f}")
    for i in range(N):
        print("  ", [f"{correlation[i][j]:.10f}" for j in range(i + 1, N)])


def constant_correlation():
    s = covariance(X)
    sd = [sqrt(s[i][i]) for i in range(N)]
    mean = sum(s[i][j] / sd[i] / sd[j] for i in range(N) for j in range(N) if i != j) / (N * (N - 1))
    target = [[s[i][i] if i == j else mean * sd[i] * sd[j] for j in range(N)] for i in range(N)]
    # Honey, I shrunk the sample covariance matrix, appendix B, each sum as it is printed there.
    pi = sum(sum((r[i] * r[j] - s[i][j]) ** 2 for r in X) / T for i in range(N) for j in range(N))
    rho = sum(sum((r[i] ** 2 - s[i][i]) ** 2 for r in X) / T for i in range(N))
    for i in range(N):
        for j in range(N):
            if i != j:
                theta_ii = sum((r[i] ** 2 - s[i][i]) * (r[i] * r[j] - s[i][j]) for r in X) / T
                theta_jj = sum((r[j] ** 2 - s[j][j]) * (r[i] * r[j] - s[i][j]) for r in X) / T
                rho += mean / 2 * (sd[j] / sd[i] * theta_ii + sd[i] / sd[j] * theta_jj)
    gamma = sum((s[i][j] - target[i][j]) ** 2 for i in range(N) for j in range(N))
    k = min(1, max(0, (pi - rho) / gamma / T))
    shrunk = [[k * target[i][j] + (1 - k) * s[i][j] for j in range(N)] for i in range(N)]
    show("constant correlation", k, mean, [[shrunk[i][j] / sd[i] / sd[j] for j in range(N)] for i in range(N)])


def identity():
    s = covariance(X)
    sd = [sqrt(s[i][i]) for i in range(N)]
    x = [[r[i] / sd[i] for i in range(N)] for r in X]
    s = covariance(x)
    # A well-conditioned estimator, eqs. 10 to 14: m is 1 here, d2 the distance to the identity, b2 the error of the sample.
    d2 = sum((s[i][j] - (i == j)) ** 2 for i in range(N) for j in range(N)) / N
    b2 = sum(sum((r[i] * r[j] - s[i][j]) ** 2 for i in range(N) for j in range(N)) / N for r in x) / T ** 2
    k = min(b2, d2) / d2
    show("identity", k, 0, [[(1 - k) * s[i][j] for j in range(N)] for i in range(N)])


constant_correlation()
identity()
