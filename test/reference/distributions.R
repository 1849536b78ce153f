# Reference grid for the distribution functions and the methods statistics.R leaves out. Base R and jsonlite.
# Run in this folder: Rscript distributions.R
# Every row: the arguments, then R's value, with the 15 digits jsonlite can write.
g <- function(f, ...) { a <- expand.grid(..., KEEP.OUT.ATTRS = FALSE); lapply(seq_len(nrow(a)), function(i) { x <- as.numeric(a[i, ]); c(x, do.call(f, as.list(x))) }) }
p <- c(1e-300, 1e-100, 1e-20, 1e-10, 1e-6, 1e-3, .025, .2, .24999, .25001, .4999, .5, .6, .75, .975, .999, 1 - 1e-6, 1 - 1e-10)
pmid <- c(1e-20, 1e-10, 1e-6, 1e-3, .025, .2, .5, .6, .975, .999, 1 - 1e-6, 1 - 1e-10)
z <- c(-37, -20, -8, -5, -3, -1.96, -1, -.1, -1e-5, 0, 1e-5, .5, 1, 2.5, 6, 8)
t <- c(-200, -40, -12, -5, -2.7, -1, -.1, -1e-6, 0, 1e-6, .3, 1.5, 2.2, 4, 12, 40)
df <- c(.5, 1, 2, 3.5, 5, 7, 11, 30, 53, 200, 1194, 2472.5809913506114, 1e5)
x <- c(1e-8, .001, .1, .5, 1, 2, 5, 12.887571574831, 20, 60, 100, 400)
up <- function(f) function(...) f(..., lower.tail = FALSE)
tol <- function(n) power.t.test(n = n, sd = 18, power = .8, sig.level = .05, type = "paired", tol = 1e-13)$delta
set.seed(20170901)
d <- round(rnorm(14, 3, 12) / 6.25) * 6.25; a <- c(31.25, 43.75, 50, 50, 37.5); b <- c(56.25, 62.5, 43.75, 75, 68.75, 31.25, 50)
out <- list(R = R.version.string,
  lgamma = g(lgamma, c(1e-6, .1, .5, 1, 1.5, 2, 3.3, 11, 12, 100.5, 1e5)),
  pnorm = g(pnorm, z), pnorm_upper = g(up(pnorm), z), qnorm = g(qnorm, p),
  pt = g(pt, t, df), pt_upper = g(up(pt), t, df), qt = g(qt, pmid, df[-1]),
  pchisq = g(pchisq, x, df), pchisq_upper = g(up(pchisq), x, df), qchisq = g(qchisq, pmid, df[-1]),
  pf = g(pf, x, c(1, 3, 19, 300), c(2, 11, 57, 1000)), pf_upper = g(up(pf), x, c(1, 3, 19, 300), c(2, 11, 57, 1000)),
  qf = g(qf, c(.2, .5, .6, .975, .999, 1 - 1e-6, 1 - 1e-10), # below .2 R's qf has 10 digits: pf(qf(.025, 1, 1000), 1, 1000) is off by 2e-12
     c(1, 3, 19, 300), c(2, 11, 57, 1000)),
  pt_shifted = g(pt, c(0, .5, 2.2, 3, 6, 12.7), c(1, 4, 11, 65, 999), c(0, .5, 2.8, 3.4, 9, 16)),
  mdc80 = g(tol, c(2, 3, 5, 6, 8, 10, 12, 15, 20, 30, 40, 66, 100, 1195)),
  binom = g(function(b, c) binom.test(b, b + c)$p.value, c(0, 1, 3, 9, 40), c(1, 5, 9, 60)),
  wilson = g(function(x, n) prop.test(x, n, correct = FALSE)$conf.int[1], c(0, 1, 4, 5), c(5, 12, 200)),
  quantile7 = list(values = a, p = c(0, .1, .25, .5, .9, 1), is = as.numeric(quantile(a, c(0, .1, .25, .5, .9, 1)))),
  hodges_lehmann = list(changes = d, is = { m <- outer(d, d, "+") / 2; median(m[upper.tri(m, TRUE)]) }),
  welch = { w <- t.test(b, a); list(first = a, second = b, t = unname(w$statistic), df = unname(w$parameter), p = w$p.value, ci = as.numeric(w$conf.int)) },
  cor = cor(a, b[1:5]), paired_90 = { w <- t.test(b[1:5], a, paired = TRUE, conf.level = .9); as.numeric(w$conf.int) },
  holm = list(p = c(.01, .04, .03, .01, .5, .9), is = p.adjust(c(.01, .04, .03, .01, .5, .9), "holm")))
writeLines(jsonlite::toJSON(out, digits = NA, auto_unbox = TRUE), "distributions.json")
