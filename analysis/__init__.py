"""Baoti 报题: newspaper pages in, themes with their evidence out.

The floors, in reading order; imports run down only, and nobody imports this root:

    errors      what can go wrong, and what to do about it
    resources   where words, themes, fonts and seeds are
    press       bytes -> Page -> Article         (standard library; a reader may bring its own)
    theme       Article -> tokens -> topics -> themes   (numpy, scipy, scikit-learn)
    study       the study folder: build, open, select   (pyarrow; the only floor that writes)
    view        a selection of a study -> figure, print, cloud, download
    cli | ui    the command line | the dashboard
"""
