"""Clauses → ranked hits: passages, encoder, lexical index, vectors, fusion, and the LangChain retriever over them."""
