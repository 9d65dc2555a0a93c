//! `XdrErrorCode`.

http_core::open_enum! {
    /// An open set of words.
    pub enum XdrErrorCode {
        BadRequest = "BadRequest",
        ODataError = "ODataError",
        InvalidInput = "InvalidInput",
        InvalidRequestBody = "InvalidRequestBody",
        InvalidHashValue = "InvalidHashValue",
        InvalidDomainName = "InvalidDomainName",
        InvalidIpAddress = "InvalidIpAddress",
        InvalidUrl = "InvalidUrl",
        MaximumBatchSizeExceeded = "MaximumBatchSizeExceeded",
        MissingRequiredParameter = "MissingRequiredParameter",
        OsPlatformNotSupported = "OsPlatformNotSupported",
        ClientVersionNotSupported = "ClientVersionNotSupported",
        Unauthorized = "Unauthorized",
        Forbidden = "Forbidden",
        DisabledFeature = "DisabledFeature",
        DisallowedOperation = "DisallowedOperation",
        NotFound = "NotFound",
        ResourceNotFound = "ResourceNotFound",
        InternalServerError = "InternalServerError",
    }
}
