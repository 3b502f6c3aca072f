/** The files of a model in its folder. */
export const MODEL_FILE = 'model.onnx';
export const VOCABULARY_FILE = 'vocab.txt';
