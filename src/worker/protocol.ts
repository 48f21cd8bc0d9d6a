// Everything that can be asked of the worker, as one map from name to question and answer.
