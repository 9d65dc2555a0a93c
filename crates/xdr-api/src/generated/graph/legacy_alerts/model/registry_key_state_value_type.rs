//! `RegistryKeyStateValueType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum RegistryKeyStateValueType {
        Unknown = "unknown",
        Binary = "binary",
        Dword = "dword",
        DwordLittleEndian = "dwordLittleEndian",
        DwordBigEndian = "dwordBigEndian",
        ExpandSz = "expandSz",
        Link = "link",
        MultiSz = "multiSz",
        None = "none",
        Qword = "qword",
        QwordlittleEndian = "qwordlittleEndian",
        Sz = "sz",
        UnknownFutureValue = "unknownFutureValue",
    }
}
