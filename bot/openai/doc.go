// Package openai asks a language model behind any OpenAI-compatible address which of the declared choices a customer's words mean.
//
// The model never writes to customers: its answer is one of the ids that it was given, or counts as none of them.
package openai
