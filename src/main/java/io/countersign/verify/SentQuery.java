package io.countersign.verify;

import io.countersign.message.Octets;
import io.countersign.message.ParameterSearch;
import io.countersign.scheme.SignedTarget;
import java.util.Optional;

/**
 * What a query carries.
 *
 * @param parameters those that may stand anywhere
 * @param signature the value of the signature's parameter where that is to be the last one
 * @param target what is signed of the target in that case
 */
record SentQuery(
    ParameterSearch.Found parameters, Octets signature, Optional<SignedTarget> target) {}
