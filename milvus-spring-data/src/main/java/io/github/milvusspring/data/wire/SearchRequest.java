package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.List;

import io.github.milvusspring.data.wire.column.ProtoWriter;
import io.milvus.shaded.io.grpc.MethodDescriptor;

/**
 * A {@code Search} request for the rows whose vectors are closest to the given ones.
 *
 * @param scope what to read, and how fresh it must be
 * @param subSearch the vectors to search for, the filter and the parameters
 * @param functions the functions that rescore the hits, empty for none
 * @param chain the function chain that processes the hits afterwards, empty for none
 */
public record SearchRequest(ReadScope scope, SubSearchRequest subSearch, List<ScoreFunction> functions,
		List<ChainStep> chain) implements Request<SearchReply> {

	private static final int FUNCTION_SCORE = 19;

	private static final int FUNCTION_CHAINS = 24;

	/**
	 * Creates a search without a function chain.
	 * @param scope what to read, and how fresh it must be
	 * @param subSearch the vectors to search for, the filter and the parameters
	 * @param functions the functions that rescore the hits, empty for none
	 */
	public SearchRequest(ReadScope scope, SubSearchRequest subSearch, List<ScoreFunction> functions) {
		this(scope, subSearch, functions, List.of());
	}

	/**
	 * Returns a copy with another scope.
	 * @param scope the new scope
	 * @return the copy
	 */
	SearchRequest withScope(ReadScope scope) {
		return new SearchRequest(scope, this.subSearch, this.functions, this.chain);
	}

	@Override
	public int encodedSize() {
		int size = ProtoWriter.textSize(this.scope.collection()) + KeyValuePairs.size(this.scope.partitions());
		size += this.subSearch.encodedSize() + KeyValuePairs.size(this.scope.outputFields());
		size += 1 + ProtoWriter.varintSize(this.scope.guaranteeTimestamp());
		size += (this.chain.isEmpty()) ? 0 : 1 + ProtoWriter.messageSize(ChainStep.chain(this.chain).length);
		return size + 2 + ScoreFunction.size(FUNCTION_SCORE, this.functions);
	}

	@Override
	public MethodDescriptor<Request<?>, SearchReply> method() {
		return RowMethods.SEARCH;
	}

	@Override
	public CallDetails details() {
		return new CallDetails(this.scope.partitions(), this.subSearch.filter(), 0, this.subSearch.parameters());
	}

	@Override
	public Operation operation() {
		return new Operation("Search", this.scope.collection(), Operation.Effect.READ);
	}

	@Override
	public SearchRequest inSession(SessionTimestamps timestamps) {
		return withScope(timestamps.guarantee(this.scope));
	}

	@Override
	public void writeTo(ProtoWriter out) throws IOException {
		out.text(3, this.scope.collection());
		KeyValuePairs.write(out, 4, this.scope.partitions());
		this.subSearch.writeTo(out);
		KeyValuePairs.write(out, 8, this.scope.outputFields());
		out.varintField(11, this.scope.guaranteeTimestamp());
		out.varintField(14, this.scope.consistency().number());
		ScoreFunction.write(out, FUNCTION_SCORE, this.functions);
		if (!this.chain.isEmpty()) {
			out.bytes(FUNCTION_CHAINS, ChainStep.chain(this.chain));
		}
	}

}
